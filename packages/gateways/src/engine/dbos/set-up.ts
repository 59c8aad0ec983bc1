import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** Any number that nobody else in this database locks: "NSEM" in ASCII. */
const LOCK = 0x4e53454d;

/**
 * DBOS makes its tables (schema `dbos`) when it is launched, and does not expect that several programs do so at once: here they
 * take turns. Asking again and again, because a connection that waits inside a query would block DBOS's `create index concurrently`.
 */
export async function settingUp<T>(url: string, act: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined); // The query that is under way rejects as well.
  await client.connect();
  try {
    while (!(await client.query('select pg_try_advisory_lock($1) as taken', [LOCK])).rows[0]?.taken) await pause(50);
    return await act();
  } finally {
    await client.end(); // Ends the lock, too.
  }
}
