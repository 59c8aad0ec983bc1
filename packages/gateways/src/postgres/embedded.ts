import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { unprivilegedAccount } from './embedded/account.ts';
import { prepareBinaries, sweepDrafts } from './embedded/binaries.ts';
import { findHome, makeHome } from './embedded/home.ts';
import { hasCode, keepOnce } from './embedded/keep-once.ts';
import { withLock } from './embedded/lock.ts';
import { dataIn, findServer, type ServerProcess, stopServer } from './embedded/process.ts';
import { createCluster, type Site, startServer } from './embedded/start.ts';

export interface EmbeddedPostgres {
  readonly url: string;
  readonly pid: number;
  readonly how: 'created' | 'started' | 'attached';
}

export interface EmbeddedOptions {
  /** `false` trades safety against a power cut for speed: for tests, whose data nobody wants back. */
  readonly durable?: boolean;
  /** How many connections may be open at once, 80 unless given. */
  readonly connections?: number;
}

const PATIENCE = 60_000;

/**
 * A PostgreSQL server of our own in `dir` (a directory for nothing else), listening on 127.0.0.1 with a password. It is created
 * when missing, started when down, and otherwise just used; any number of programs may call this at once and get the same
 * server. It outlives them, and comes back at the same address after a crash. Where npm has no server for the platform, the
 * error asks for DATABASE_URL.
 */
export async function ensurePostgres(
  dir: string,
  database = 'enablement',
  options: EmbeddedOptions = {},
): Promise<EmbeddedPostgres> {
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(database)) throw new Error(`"${database}" is not a plain database name.`);
  const account = unprivilegedAccount();
  const home = await makeHome(resolve(dir), account);
  const password = await keepOnce(join(home, 'password'), () => randomBytes(24).toString('base64url'));
  const { durable = true, connections = 80 } = options;
  const site: Site = { home, data: dataIn(home), account, password, durable, connections };

  const { server, how } = (await attach(site)) ?? (await withLock(join(home, 'start.lock'), PATIENCE, () => bringUp(site)));
  await createDatabase(urlOf(server, password, 'postgres'), database);
  return { url: urlOf(server, password, database), pid: server.pid, how };
}

/** The running server of `ensurePostgres(dir)`, without touching it. */
export async function findPostgres(dir: string): Promise<{ readonly pid: number } | undefined> {
  return findServer(dataIn(await findHome(resolve(dir))));
}

/** Shuts the server down and waits for it. Nothing happens when it is down. */
export async function stopPostgres(dir: string): Promise<void> {
  await stopServer(dataIn(await findHome(resolve(dir))));
}

type Found = { readonly server: ServerProcess; readonly how: EmbeddedPostgres['how'] };

async function bringUp(site: Site): Promise<Found> {
  const found = await attach(site);
  if (found) return found;
  await sweepDrafts(site.home);
  const binaries = await prepareBinaries(site.home, site.account);
  const created = await createCluster(site, binaries);
  const server = await startServer(site, binaries);
  return { server, how: created ? 'created' : 'started' };
}

/** The running server, once it answers; `undefined` when there is none. */
async function attach(site: Site): Promise<Found | undefined> {
  for (const deadline = Date.now() + PATIENCE; ; await pause(50)) {
    const server = await findServer(site.data);
    if (!server) return undefined;
    if (server.ready) return { server, how: 'attached' };
    if (Date.now() > deadline)
      throw new Error(`PostgreSQL (process ${server.pid}) has been starting for too long in ${site.data}.`);
  }
}

async function createDatabase(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined); // The query that is under way rejects as well, and that is the one we see.
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database "${name}"`);
  } catch (error) {
    // Another program made it in the meantime: duplicate_database, or the unique key behind it.
    if (!hasCode(error, '42P04', '23505')) throw error;
  } finally {
    await client.end();
  }
}

const urlOf = (server: ServerProcess, password: string, database: string) =>
  `postgres://enablement:${password}@127.0.0.1:${server.port}/${database}`;
