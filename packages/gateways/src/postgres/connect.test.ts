import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Unreachable } from '@enablement/core';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, reaching } from './connect.ts';
import { ensurePostgres, stopPostgres } from './embedded.ts';
import { migrate } from './migrate.ts';
import { startTestPostgres, type TestPostgres } from './testing.ts';

let server: TestPostgres;
beforeAll(async () => {
  server = await startTestPostgres();
});
afterAll(() => server.remove());

test('programs that migrate at the same time do it once, and again there is nothing to do', async () => {
  const databases = [1, 2, 3].map(() => openDatabase(server.url));
  const done = await Promise.all(databases.map((db) => migrate(db)));
  expect(done.flat().filter((name) => name === '0001-secrets')).toHaveLength(1);
  const [first] = databases;
  expect(first && (await migrate(first))).toEqual([]);
  await Promise.all(databases.map((db) => db.destroy()));
});

test('a migration that does not fit is named, and leaves nothing behind', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'enablement-migrations-'));
  await writeFile(join(folder, '0001-good.sql'), 'create table good (n int); create table better (n int);');
  await writeFile(join(folder, '0002-bad.sql'), 'create table good (n int);');
  const { url } = await ensurePostgres(server.dir, 'other', { durable: false });
  const db = openDatabase(url);
  await expect(migrate(db, folder)).rejects.toThrow('Migration 0002-bad failed: relation "good" already exists');
  const { rows } = await sql`select to_regclass('better') as found`.execute(db);
  expect(rows).toEqual([{ found: null }]);
  await db.destroy();
  await rm(folder, { recursive: true });
});

test('while the server is away there is Unreachable, and afterwards the same pool works again', async () => {
  const db = openDatabase(server.url);
  const one = () => reaching(() => sql`select 1 as one`.execute(db));
  await one();
  const waiting = reaching(() => sql`select pg_sleep(10)`.execute(db)).catch((error: unknown) => error);
  await pause(50);
  await stopPostgres(server.dir);

  expect(await waiting).toBeInstanceOf(Unreachable);
  await expect(one()).rejects.toBeInstanceOf(Unreachable);
  await ensurePostgres(server.dir, undefined, { durable: false });
  expect((await one()).rows).toEqual([{ one: 1 }]);
  await db.destroy();
});

test('an error of the statement stays what it is', async () => {
  const db = openDatabase(server.url);
  await expect(reaching(() => sql`select * from nothing_here`.execute(db))).rejects.toMatchObject({ code: '42P01' });
  await db.destroy();
});

test.each(['', 'localhost:5432/enablement', 'mysql://127.0.0.1/enablement'])(
  '"%s" is no address of a PostgreSQL database',
  (url) => {
    expect(() => openDatabase(url)).toThrow('DATABASE_URL must look like');
  },
);
