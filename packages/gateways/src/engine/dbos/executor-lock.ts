import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Duration } from '@enablement/core';
import pg from 'pg';

/** Any number will do, as long as nobody else in this database uses it for advisory locks: "NSEN" in ASCII. */
const NAMESPACE = 0x4e53454e;

export interface ExecutorLock {
  release(): Promise<void>;
}

/**
 * Two processes with one executor id would both take up the same unfinished runs and do their steps twice. So the id is held
 * as a PostgreSQL advisory lock on a connection of its own: it ends with the process, also after a kill -9, once the server has
 * noticed the broken connection; hence the patience. When the server itself dies, the lock is taken again as soon as it is
 * back; `onLost` hears of it when another process was quicker.
 */
export async function lockExecutor(
  url: string,
  executorId: string,
  options: { readonly patience: Duration; readonly onLost: () => void },
): Promise<ExecutorLock> {
  const number = createHash('sha256').update(executorId).digest().readInt32BE(0);
  const over = new AbortController();
  let held = await take(url, number, options.patience, over.signal);
  if (!held) throw new Error(`Another process runs as executor "${executorId}"; stop it, or give this one another id.`);

  const guard = (client: pg.Client) => client.once('end', () => void (over.signal.aborted || takeAgain()));
  async function takeAgain(): Promise<void> {
    held = await take(url, number, Number.POSITIVE_INFINITY, over.signal, options.patience);
    if (held) guard(held);
    else if (!over.signal.aborted) options.onLost();
  }
  guard(held);

  return {
    async release() {
      over.abort();
      await held?.end();
    },
  };
}

/**
 * The connection that holds the lock. `undefined` when another process has held it for `refusals` milliseconds; a server that is
 * away is an error when `patience` is over.
 */
async function take(
  url: string,
  number: number,
  patience: Duration,
  over: AbortSignal,
  refusals = patience,
): Promise<pg.Client | undefined> {
  const start = Date.now();
  let refusedSince: number | undefined;
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, keepAlive: true });
    client.on('error', () => undefined); // Followed by `end`, which is what matters here.
    try {
      await client.connect();
      // The server finds out within half a minute when our machine is gone without a word.
      await client.query('set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3');
      while (!over.aborted) {
        const { rows } = await client.query('select pg_try_advisory_lock($1, $2) as taken', [NAMESPACE, number]);
        if (rows[0]?.taken) return client;
        refusedSince ??= Date.now();
        if (Date.now() - refusedSince >= refusals) break;
        await pause(50);
      }
      await client.end();
      return undefined;
    } catch (error) {
      await client.end().catch(() => undefined);
      if (over.aborted) return undefined;
      if (Date.now() - start >= patience) throw error;
      refusedSince = undefined;
      await pause(250);
    }
  }
}
