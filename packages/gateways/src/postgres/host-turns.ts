import { createHash } from 'node:crypto';
import type { HostTurns } from '@enablement/core';
import pg from 'pg';
import { reaching, readUrl } from './connect.ts';

/** Any number that nobody else in this database uses for advisory locks of two: "NSHT" in ASCII. */
const NAMESPACE = 0x4e534854;

/**
 * Turns at messaging hosts as advisory locks of a connection of its own: they end with the process, also after a kill -9. So the
 * limit of a host holds for all programs of one database together.
 */
export function createHostTurns({ url }: { readonly url: string }): HostTurns {
  return {
    claim: (host, most) =>
      reaching(async () => {
        const client = new pg.Client({ connectionString: readUrl(url), connectionTimeoutMillis: 5_000, keepAlive: true });
        client.on('error', () => undefined); // The locks are gone then; what is under way is finished all the same.
        await client.connect();
        try {
          const taken = await client.query(
            'select count(*) filter (where pg_try_advisory_lock($1, n)) as count from unnest($2::int[]) as n',
            [NAMESPACE, numbersOf(host, most)],
          );
          return { count: Number(taken.rows[0]?.count ?? 0), release: async () => await client.end().catch(() => undefined) };
        } catch (error) {
          await client.end().catch(() => undefined);
          throw error;
        }
      }),
  };
}

const numbersOf = (host: string, most: number): readonly number[] =>
  Array.from({ length: most }, (_, n) => createHash('sha256').update(`${host} ${n}`).digest().readInt32BE(0));
