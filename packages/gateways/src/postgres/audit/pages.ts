import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { type AuditPage, type AuditPages, type Clock, decide, missed, pageDeeds, Secret } from '@enablement/core';
import type { Selectable } from 'kysely';
import { deriveToken, type SecretsKey } from '../../vault/index.ts';
import { type Database, reaching } from '../connect.ts';
import type { Tables } from '../tables.ts';
import { audited } from './append.ts';

/** Download pages on PostgreSQL; token and code are kept as those of one-time links are. */
export function createAuditPages({ db, key, clock }: { db: Database; key: SecretsKey; clock: Clock }): AuditPages {
  const codeHash = (token: Secret, code: string) =>
    createHmac('sha256', deriveToken(key, 'audit code', token.reveal()))
      .update(code)
      .digest();

  return {
    issue({ enablements, about, person, people, expires }) {
      const token = new Secret(randomBytes(32).toString('base64url'));
      const code = String(randomInt(1_000_000)).padStart(6, '0');
      const hash = hashOf(token);
      const row = { hash, code_hash: codeHash(token, code), person, about, people: JSON.stringify(people), expires };
      return audited(db, async (trx, note) => {
        await trx.deleteFrom('audit_pages').where('expires', '<', clock.now()).execute();
        await trx
          .insertInto('audit_pages')
          .values({ ...row, enablements: enablements ? [...enablements] : null })
          .execute();
        note(pageDeeds.auditPageIssued({ page: nameOf(hash), enablements, about, person, expires }));
        return { token, code };
      });
    },

    look: (token) =>
      reaching(async () => {
        const row = await db.selectFrom('audit_pages').selectAll().where('hash', '=', hashOf(token)).executeTakeFirst();
        return row && toPage(row);
      }),

    open: (token, code, format) =>
      audited(db, async (trx, note) => {
        const row = await trx
          .selectFrom('audit_pages')
          .selectAll()
          .where('hash', '=', hashOf(token))
          .forUpdate()
          .executeTakeFirst();
        if (row === undefined) return { outcome: 'unknown' };
        const page = toPage(row);
        const decision = decide(page, timingSafeEqual(row.code_hash, codeHash(token, code)), true, clock.now());
        if (missed(decision, page.misses))
          await trx
            .updateTable('audit_pages')
            .set({ misses: page.misses + 1 })
            .where('hash', '=', row.hash)
            .execute();
        const of = { ...page, page: nameOf(row.hash) };
        note(decision.outcome === 'accept' ? pageDeeds.auditDownloaded(of, format) : pageDeeds.auditPageRefused(of, decision));
        return decision;
      }),
  };
}

const hashOf = (token: Secret): Buffer => createHash('sha256').update(token.reveal()).digest();
const nameOf = (hash: Buffer): string => hash.toString('hex').slice(0, 12);

function toPage({ enablements, about, person, people, expires, misses }: Selectable<Tables['audit_pages']>): AuditPage {
  return { enablements: enablements ?? undefined, about, person, people, expires, misses };
}
