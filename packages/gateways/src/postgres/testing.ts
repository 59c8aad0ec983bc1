import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Database, openDatabase } from './connect.ts';
import { type EmbeddedOptions, type EmbeddedPostgres, ensurePostgres, stopPostgres } from './embedded.ts';
import { migrate } from './migrate.ts';

export interface TestPostgres extends EmbeddedPostgres {
  readonly dir: string;
  /** Stops the server and deletes its files. */
  remove(): Promise<void>;
}

/** A server in a temporary directory, quick because it never waits for the disk. About a second. */
export async function startTestPostgres(
  database?: string,
  options: Pick<EmbeddedOptions, 'connections'> = {},
): Promise<TestPostgres> {
  const dir = await mkdtemp(join(tmpdir(), 'enablement-postgres-'));
  const server = await ensurePostgres(dir, database, { durable: false, ...options });
  return { ...server, dir, remove: () => removePostgres(dir) };
}

export async function removePostgres(dir: string): Promise<void> {
  await stopPostgres(dir);
  await rm(dir, { recursive: true, force: true });
}

/** The same, with our tables in it. */
export async function startTestDatabase(): Promise<{ readonly db: Database; readonly url: string; remove(): Promise<void> }> {
  const server = await startTestPostgres();
  const db = openDatabase(server.url);
  const remove = async () => {
    await db.destroy();
    await server.remove();
  };
  try {
    await migrate(db);
  } catch (error) {
    await remove();
    throw error;
  }
  return { db, url: server.url, remove };
}

/** A database of one's own on that server; gone after `drop`. */
export async function freshDatabase(server: string): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const name = `stage_${randomBytes(6).toString('hex')}`;
  const ask = async (query: string) => {
    const client = new pg.Client(server);
    await client.connect();
    await client.query(query).finally(() => client.end());
  };
  await ask(`create database ${name}`);
  const url = new URL(server);
  url.pathname = name;
  return { url: url.href, drop: () => ask(`drop database ${name} with (force)`) };
}
