import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { type Clock, decide, missed, ownerKey, Secret, type XimaRegister, ximaDeeds } from '@enablement/core';
import type { Transaction } from 'kysely';
import { deriveToken, type SecretsKey } from '../vault/index.ts';
import { audited } from './audit/append.ts';
import { type Database, reaching } from './connect.ts';
import { touchPost } from './posts.ts';
import type { Tables } from './tables.ts';

type HandOver = Pick<XimaRegister, 'handOver' | 'lookHandOver' | 'openedHandOver' | 'claimHandOver'>;

/** The page for whoever sets up Xima: token and code are stored hashed, as those of one-time links are. */
export function ximaHandOver({
  db,
  key,
  clock,
}: {
  readonly db: Database;
  readonly key: SecretsKey;
  readonly clock: Clock;
}): HandOver {
  const byToken = (source: Database | Transaction<Tables>, token: Secret) =>
    source.selectFrom('xima_checks').selectAll().where('hand_over_hash', '=', hashOf(token));

  return {
    handOver: (id, by, expires) =>
      audited(db, async (trx, note) => {
        const token = new Secret(randomBytes(32).toString('base64url'));
        const code = String(randomInt(1_000_000)).padStart(6, '0');
        const page = { hand_over_hash: hashOf(token), hand_over_code_hash: codeHash(key, token, code), hand_over_misses: 0 };
        await trx
          .updateTable('xima_checks')
          .set({ ...page, hand_over_expires: expires, hand_over_revealed_at: null })
          .where('id', '=', id)
          .where('status', '<>', 'closed')
          .execute();
        note(ximaDeeds.pageGiven(id, by, expires));
        await touchPost(trx, ownerKey({ xima: id }));
        return { token, code };
      }),

    lookHandOver: (token) =>
      reaching(async () => {
        const row = await byToken(db, token).executeTakeFirst();
        if (!row?.hand_over_expires) return undefined;
        return {
          check: row.id,
          expires: row.hand_over_expires,
          revealedAt: row.hand_over_revealed_at ?? undefined,
          misses: row.hand_over_misses,
        };
      }),

    openedHandOver: (token) =>
      audited(db, async (trx, note) => {
        const row = await byToken(trx, token).executeTakeFirst();
        if (row) note(ximaDeeds.pageOpened(row.id, nameOf(token)));
      }),

    claimHandOver: (token, code) =>
      audited(db, async (trx, note) => {
        const row = await byToken(trx, token).forUpdate().executeTakeFirst();
        if (!row?.hand_over_code_hash || !row.hand_over_expires) return { outcome: 'unknown' };
        const page = {
          expires: row.hand_over_expires,
          usedAt: row.hand_over_revealed_at ?? undefined,
          misses: row.hand_over_misses,
        };
        const codeFits = timingSafeEqual(row.hand_over_code_hash, codeHash(key, token, code));
        const decision = decide(page, codeFits, row.status !== 'closed', clock.now());
        const change = {
          ...(missed(decision, page.misses) ? { hand_over_misses: page.misses + 1 } : {}),
          ...(decision.outcome === 'accept' ? { hand_over_revealed_at: clock.now() } : {}),
        };
        if (Object.keys(change).length > 0) await trx.updateTable('xima_checks').set(change).where('id', '=', row.id).execute();
        const refused = decision.outcome !== 'accept';
        note(refused ? ximaDeeds.revealRefused(row.id, nameOf(token), decision) : ximaDeeds.secretsRevealed(row.id));
        if (!refused) await touchPost(trx, ownerKey({ xima: row.id }));
        return decision;
      }),
  };
}

const codeHash = (key: SecretsKey, token: Secret, code: string): Buffer =>
  createHmac('sha256', deriveToken(key, 'confirmation code', token.reveal()))
    .update(code)
    .digest();

const hashOf = (token: Secret): Buffer => createHash('sha256').update(token.reveal()).digest();
/** Names a page in the audit; nobody gets from it to the token. */
const nameOf = (token: Secret): string => hashOf(token).toString('hex').slice(0, 12);
