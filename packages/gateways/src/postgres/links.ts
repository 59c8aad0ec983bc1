import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import {
  type Acceptance,
  type Clock,
  decide,
  type Links,
  missed,
  ownerKey,
  ownerOf,
  pageDeeds,
  Secret,
  type SecretLink,
} from '@enablement/core';
import type { Selectable, Transaction } from 'kysely';
import { deriveToken, type SealingVault, type SecretsKey } from '../vault/index.ts';
import { audited, type Note } from './audit/append.ts';
import { changes } from './changes.ts';
import { type Database, reaching } from './connect.ts';
import { linkOwner } from './link-owners.ts';
import type { Tables } from './tables.ts';

/** One-time links on PostgreSQL. Tokens are stored as SHA-256 (they have 256 random bits); the short code as a keyed hash. */
export function createLinks({
  db,
  vault,
  key,
  clock,
}: {
  db: Database;
  vault: SealingVault;
  key: SecretsKey;
  clock: Clock;
}): Links {
  const codeHash = (token: Secret, code: string) =>
    createHmac('sha256', deriveToken(key, 'confirmation code', token.reveal()))
      .update(code)
      .digest();

  return {
    issue: ({ owner, field, person, expires, renewal = false, handed = false }) => {
      const token = new Secret(randomBytes(32).toString('base64url'));
      const code = String(randomInt(1_000_000)).padStart(6, '0');
      return audited(db, async (trx, note) => {
        await trx
          .deleteFrom('secret_links')
          .where('owner', '=', ownerKey(owner))
          .where('field', '=', field)
          .where('used_at', 'is', null)
          .execute();
        await trx
          .insertInto('secret_links')
          .values({
            hash: hashOf(token),
            code_hash: codeHash(token, code),
            owner: ownerKey(owner),
            field,
            person,
            expires,
            used_at: null,
            renewal,
            handed,
          })
          .execute();
        const link = { owner, field, person, expires, renewal };
        await linkOwner(trx, note, link).touch(pageDeeds.pageIssued({ page: nameOf(hashOf(token)), link }));
        return { token, code };
      });
    },

    look: (token) =>
      reaching(async () => {
        const row = await db.selectFrom('secret_links').selectAll().where('hash', '=', hashOf(token)).executeTakeFirst();
        return row && toLink(row);
      }),

    opened: (token) =>
      audited(db, async (trx, note) => {
        const row = await trx.selectFrom('secret_links').selectAll().where('hash', '=', hashOf(token)).executeTakeFirst();
        if (row) note(pageDeeds.pageOpened({ page: nameOf(row.hash), link: toLink(row) }));
      }),

    accept: (token, code, secret, officeManagerLogin) =>
      audited(db, async (trx, note) => {
        const row = await trx
          .selectFrom('secret_links')
          .selectAll()
          .where('hash', '=', hashOf(token))
          .forUpdate()
          .executeTakeFirst();
        if (row === undefined) return { outcome: 'unknown' };
        const link = toLink(row);
        const owner = linkOwner(trx, note, link);
        const codeFits = timingSafeEqual(row.code_hash, codeHash(token, code));
        const decision = decide(link, codeFits, await owner.wanted(), clock.now());
        const told = (taken: Acceptance): Acceptance => {
          note(pageDeeds.secretSubmitted({ page: nameOf(row.hash), link }, taken));
          return taken;
        };
        if (missed(decision, link.misses))
          await trx
            .updateTable('secret_links')
            .set({ misses: link.misses + 1 })
            .where('hash', '=', row.hash)
            .execute();
        if (decision.outcome !== 'accept') return told(decision);
        await trx.updateTable('secret_links').set({ used_at: clock.now() }).where('hash', '=', row.hash).execute();
        const kept = await vault.keepWithin(trx, { owner: ownerKey(link.owner), field: link.field }, secret);
        await owner.take(officeManagerLogin);
        return told({ outcome: 'accepted', fingerprint: kept.fingerprint });
      }),

    acrobits: (enablement, expires) =>
      reaching(async () => {
        const token = new Secret(deriveToken(key, 'Acrobits page', enablement));
        await db
          .updateTable('enablements')
          .set({ hand_off_hash: hashOf(token), hand_off_expires: expires })
          .where('id', '=', enablement)
          .execute();
        return token;
      }),

    lookAcrobits: (token) =>
      reaching(async () => {
        const row = await db
          .selectFrom('enablements')
          .select(['id', 'hand_off_expires', 'revealed_at', 'answered_at'])
          .where('hand_off_hash', '=', hashOf(token))
          .executeTakeFirst();
        if (!row?.hand_off_expires) return undefined;
        return {
          enablement: row.id,
          expires: row.hand_off_expires,
          revealedAt: row.revealed_at ?? undefined,
          answeredAt: row.answered_at ?? undefined,
        };
      }),

    openedAcrobits: (token) =>
      audited(db, async (trx, note) => {
        const row = await trx
          .selectFrom('enablements')
          .select('id')
          .where('hand_off_hash', '=', hashOf(token))
          .executeTakeFirst();
        if (row) note(pageDeeds.handOffOpened(row.id));
      }),

    claimReveal: (token) =>
      audited(db, async (trx, note) => {
        const claimed = await trx
          .updateTable('enablements')
          .set({ revealed_at: clock.now() })
          .where('hand_off_hash', '=', hashOf(token))
          .where('revealed_at', 'is', null)
          .where('hand_off_expires', '>', clock.now())
          .where('status', '<>', 'cancelled')
          .returning('id')
          .executeTakeFirst();
        if (claimed) await changes(trx, note).touch(claimed.id, pageDeeds.secretRevealed(claimed.id));
        else await refused(trx, note, token);
        return claimed !== undefined;
      }),

    reopen: (enablement, by) =>
      audited(db, async (trx, note) => {
        await trx.updateTable('enablements').set({ revealed_at: null, answered_at: null }).where('id', '=', enablement).execute();
        await changes(trx, note).touch(enablement, pageDeeds.reopened(enablement, by));
      }),
  };
}

/** Somebody wanted to see the secret a second time. */
async function refused(trx: Transaction<Tables>, note: Note, token: Secret): Promise<void> {
  const row = await trx
    .selectFrom('enablements')
    .select(['id', 'revealed_at'])
    .where('hand_off_hash', '=', hashOf(token))
    .executeTakeFirst();
  if (row?.revealed_at) note(pageDeeds.revealRefused(row.id, row.revealed_at));
}

/** Names a page in the audit; nobody gets from it to the token. */
const nameOf = (hash: Buffer): string => hash.toString('hex').slice(0, 12);

const hashOf = (token: Secret): Buffer => createHash('sha256').update(token.reveal()).digest();

function toLink(row: Selectable<Tables['secret_links']>): SecretLink {
  return {
    owner: ownerOf(row.owner),
    field: row.field,
    person: row.person,
    expires: row.expires,
    renewal: row.renewal,
    handed: row.handed,
    usedAt: row.used_at ?? undefined,
    misses: row.misses,
  };
}
