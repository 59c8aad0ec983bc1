import { type ChainVerdict, GENESIS, type Head, type StoredEntry, verifyChain } from '@enablement/core';
import { sql } from 'kysely';
import { type Database, reaching } from '../connect.ts';
import { sha256 } from './sha256.ts';

const PORTION = 1000;

/** Follows the whole chain as it lies there, at one moment, while others go on writing. */
export function checkAudit(db: Database, anchors: readonly Head[]): Promise<ChainVerdict> {
  return reaching(() =>
    db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (trx) => {
        const known = await trx.selectFrom('audit_head').select(['seq', 'hash']).executeTakeFirst();
        // A head that somebody deleted knows of no entry.
        const head = known ? { seq: Number(known.seq), hash: known.hash } : GENESIS;
        async function* rows(): AsyncIterable<StoredEntry> {
          for (let after = '0', more = true; more; ) {
            const portion = await trx
              .selectFrom('audit')
              .select(['seq', 'entry', 'previous', 'hash'])
              .where('seq', '>', after)
              .orderBy('seq')
              .limit(PORTION)
              .execute();
            for (const row of portion) yield { ...row, seq: Number(row.seq) };
            after = portion.at(-1)?.seq ?? after;
            more = portion.length === PORTION;
          }
        }
        return verifyChain(rows(), { head, anchors }, sha256);
      }),
  );
}

/** Whether this database has been given its audit yet. */
export const hasAudit = (db: Database): Promise<boolean> =>
  reaching(async () => {
    const { rows } = await sql<{ there: boolean }>`select to_regclass('audit_head') is not null as there`.execute(db);
    return rows[0]?.there ?? false;
  });
