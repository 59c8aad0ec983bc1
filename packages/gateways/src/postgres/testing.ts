import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from './connect.ts';
import { type EmbeddedPostgres, ensurePostgres, stopPostgres } from './embedded.ts';
import { migrate } from './migrate.ts';

export interface TestPostgres extends EmbeddedPostgres {
  readonly dir: string;
  /** Stops the server and deletes its files. */
  remove(): Promise<void>;
}

/** A server in a temporary directory, quick because it never waits for the disk. About a second. */
export async function startTestPostgres(database?: string): Promise<TestPostgres> {
  const dir = await mkdtemp(join(tmpdir(), 'enablement-postgres-'));
  const server = await ensurePostgres(dir, database, { durable: false });
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
