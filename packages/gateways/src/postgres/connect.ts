import { Unreachable } from '@enablement/core';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Tables } from './tables.ts';

/** `destroy()` waits for what is under way and closes every connection. */
export type Database = Kysely<Tables>;

/** Opens nothing yet: the first query connects, and after the server was away the next query connects again. */
export function openDatabase(url: string): Database {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: openPool(url) }) });
}

/** Connections that survive a server which dies, or falls silent, as errors of the queries that were under way. */
export function openPool(url: string, max = 10): pg.Pool {
  const pool = new pg.Pool({
    connectionString: readUrl(url),
    max,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 20_000,
    // The server may vanish without a word; this one is counted on our side.
    query_timeout: 25_000,
    idle_in_transaction_session_timeout: 60_000,
    keepAlive: true,
    allowExitOnIdle: true,
  });
  // An idle connection that dies tells nobody but the pool, which drops it. Without a listener it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** The address as it came; throws one sentence that names DATABASE_URL when it is none. */
export function readUrl(url: string): string {
  const protocol = URL.canParse(url) ? new URL(url).protocol : '';
  if (protocol === 'postgres:' || protocol === 'postgresql:') return url;
  throw new Error('DATABASE_URL must look like postgres://user:password@host:5432/database.');
}

/** Errors of Node's sockets and name lookups. */
const NETWORK = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN'];
/**
 * Error codes of the server that are about the connection and not about the statement (PostgreSQL documentation, appendix A):
 * class 08 and 57P0x (shutdown, crash, starting up), 53300 too many connections, 57014 a statement that took too long.
 */
const SERVER = /^(08...|57P0[1-5]|53300|57014)$/;
/** What the `pg` package says without a code. */
const SAYINGS = /^Connection terminated|^timeout exceeded when trying to connect|^Query read timeout|not queryable/;

/** Our own database did not answer. Unlike with a vendor, nothing at all goes on until it does. */
export class DatabaseAway extends Unreachable {
  constructor(cause: unknown) {
    super('PostgreSQL did not answer', 'Look whether the database server runs and DATABASE_URL names it.', { cause });
  }
}

/** Passes on what `act` gives. When the database did not answer, that becomes `DatabaseAway`; every other error stays as it is. */
export async function reaching<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!isConnectionTrouble(error)) throw error;
    throw new DatabaseAway(error);
  }
}

export function isConnectionTrouble(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isConnectionTrouble);
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return NETWORK.includes(code) || SERVER.test(code) || SAYINGS.test(error.message);
}
