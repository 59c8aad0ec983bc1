import type { Audit, AuditEntry, Head, Sealed } from '@enablement/core';
import { type Database, reaching } from '../connect.ts';
import { oneOf } from '../one-of.ts';
import { audited } from './append.ts';

/** Entries are read in portions of this many, so that years of them need no memory. */
const PORTION = 1000;

/** The audit on PostgreSQL. Throws `Unreachable` when the database is away. */
export function createAudit(db: Database): Audit {
  return {
    record: (one) => audited(db, async (_trx, note) => note(one)),
    async *entries(enablements) {
      const until = (await readHead(db)).seq;
      for (let after = 0; after < until; ) {
        const rows = await reaching(() => portion(db, after, until, enablements));
        for (const { entry, previous, hash } of rows) yield { entry, previous, hash } satisfies Sealed;
        after = rows.length < PORTION ? until : Number(rows.at(-1)?.seq);
      }
    },
    head: () => readHead(db),
  };
}

export const readHead = (db: Database): Promise<Head> =>
  reaching(async () => {
    const { seq, hash } = await db.selectFrom('audit_head').select(['seq', 'hash']).executeTakeFirstOrThrow();
    return { seq: Number(seq), hash };
  });

function portion(
  db: Database,
  after: number,
  until: number,
  enablements: readonly string[] | undefined,
): Promise<{ seq: string; entry: AuditEntry; previous: string; hash: string }[]> {
  return db
    .selectFrom('audit')
    .select(['seq', 'entry', 'previous', 'hash'])
    .where('seq', '>', String(after))
    .where('seq', '<=', String(until))
    .$if(enablements !== undefined, (query) => query.where('enablement', '=', oneOf(enablements ?? [])))
    .orderBy('seq')
    .limit(PORTION)
    .execute();
}
