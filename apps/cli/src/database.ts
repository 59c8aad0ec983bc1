import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Database, openDatabase, providePostgres } from '@enablement/gateways/postgres';

/** Works with the database of `DATABASE_URL`, or with the one in `DATA_DIR` that the bot has made, and lets go of it. */
export async function withDatabase<T>(act: (db: Database, url: string) => Promise<T>, { make = false } = {}): Promise<T> {
  const { DATABASE_URL, DATA_DIR = '.data' } = process.env;
  const server = path.join(DATA_DIR, 'postgres');
  if (!make && !DATABASE_URL && !existsSync(server))
    throw new Error(`There is no database: neither DATABASE_URL nor ${server}. Start the bot once, or name the database.`);
  const postgres = await providePostgres(DATABASE_URL || undefined, server);
  const db = openDatabase(postgres.url);
  try {
    return await act(db, postgres.url);
  } finally {
    await Promise.all([db.destroy(), postgres.stop()]);
  }
}
