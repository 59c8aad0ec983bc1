import { type Audited, headOf, keyOf, type Sealed, seal } from '@enablement/core';
import { sql, type Transaction } from 'kysely';
import { type Database, reaching } from '../connect.ts';
import type { Tables } from '../tables.ts';
import { sha256 } from './sha256.ts';

/** Notes what a transaction does; it is recorded with the transaction's end. */
export type Note = (...audited: readonly Audited[]) => void;

/**
 * One transaction: what `act` changes and what it notes become true together, or neither does. Whoever appends holds the head of
 * the chain until the transaction has ended, so it is taken last: nobody who holds it waits for anything else, and there is no
 * deadlock about it. Time comes from the database, one clock for all programs.
 */
export function audited<T>(db: Database, act: (trx: Transaction<Tables>, note: Note) => Promise<T>): Promise<T> {
  return reaching(() =>
    db.transaction().execute(async (trx) => {
      const noted: Audited[] = [];
      const result = await act(trx, (...more) => void noted.push(...more));
      await append(trx, noted);
      return result;
    }),
  );
}

async function append(trx: Transaction<Tables>, noted: readonly Audited[]): Promise<void> {
  const keyed = noted.map((one) => ({ one, key: keyOf(one, sha256) ?? null }));
  // Looked at without the lock first: what a crash makes happen again is in nobody's way.
  if ((await unrecorded(trx, keyed)).length === 0) return;
  const { seq, hash, at } = await trx
    .selectFrom('audit_head')
    .select(['seq', 'hash', sql<Date>`clock_timestamp()`.as('at')])
    .forUpdate()
    .executeTakeFirstOrThrow();
  let head = { seq: Number(seq), hash };
  const rows: (Sealed & { key: string | null })[] = [];
  for (const { one, key } of await unrecorded(trx, keyed)) {
    const sealed = seal(head, one, at, sha256);
    rows.push({ ...sealed, key });
    head = headOf(sealed);
  }
  if (rows.length === 0) return;
  // One statement: everybody else who writes waits for each round trip from here on.
  await trx
    .with('appended', (db) =>
      db.insertInto('audit').values(rows.map(({ entry, ...row }) => ({ ...row, seq: entry.seq, entry: JSON.stringify(entry) }))),
    )
    .updateTable('audit_head')
    .set(head)
    .execute();
}

async function unrecorded<T extends { readonly key: string | null }>(
  trx: Transaction<Tables>,
  keyed: readonly T[],
): Promise<readonly T[]> {
  const keys = keyed.flatMap(({ key }) => (key === null ? [] : [key]));
  if (keys.length === 0) return keyed;
  const known = await trx.selectFrom('audit').select('key').where('key', 'in', keys).execute();
  const taken = new Set(known.map(({ key }) => key));
  return keyed.filter(({ key }) => key === null || !taken.has(key));
}
