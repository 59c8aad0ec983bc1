import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { unprivilegedAccount } from './embedded/account.ts';
import { findHome, makeHome } from './embedded/home.ts';
import { ensurePostgres, findPostgres, stopPostgres } from './embedded.ts';
import { keepPostgres } from './keep.ts';
import { removePostgres } from './testing.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'enablement-postgres-'));
});
afterEach(() => removePostgres(dir));

const quick = { durable: false } as const;
const ensure = (database?: string) => ensurePostgres(dir, database, quick);

async function ask(url: string, query: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(query)).rows;
  } finally {
    await client.end();
  }
}

async function killHard(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL');
  while ((await findPostgres(dir))?.pid === pid) await pause(10);
}

test('programs that start at once share one new server, each with its database', async () => {
  const servers = await Promise.all([ensure(), ensure(), ensure('second'), ensure('second')]);
  expect(new Set(servers.map((server) => server.pid)).size).toBe(1);
  expect(servers.filter((server) => server.how === 'created')).toHaveLength(1);
  for (const { url } of servers) expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a killed server comes back at the same address with everything that was committed', async () => {
  const before = await ensurePostgres(dir);
  await ask(before.url, 'create table kept (n int); insert into kept values (42)');
  await killHard(before.pid);

  const after = await ensurePostgres(dir);
  expect(after).toMatchObject({ url: before.url, how: 'started' });
  expect(await ask(after.url, 'select n from kept')).toEqual([{ n: 42 }]);
  expect(await ensure()).toEqual({ ...after, how: 'attached' });
});

test('a foreign process under the number of the dead server is left alone', async () => {
  const before = await ensure();
  await killHard(before.pid);
  const data = join(await findHome(dir), 'pg18');
  await writeFile(join(data, 'postmaster.pid'), `${process.pid}\n${data}\n1\n5432\n\n127.0.0.1\n1 1\nready\n`);
  expect((await ensure()).how).toBe('started');
});

test('another port is taken when somebody else has ours by now', async () => {
  const before = await ensure();
  await stopPostgres(dir);
  const squatter = createServer().listen(Number(new URL(before.url).port), '127.0.0.1');
  const after = await ensure();
  squatter.close();
  expect(new URL(after.url).port).not.toBe(new URL(before.url).port);
  expect(await ask(after.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('nobody gets in without the password, and only root or the server may read it', async () => {
  const { url } = await ensure();
  const wrong = new URL(url);
  wrong.password = 'guess';
  await expect(ask(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  expect((await stat(join(dir, 'password'))).mode & 0o777).toBe(0o600);
});

test('the watchdog brings a killed server back, and not one that was stopped after it', async () => {
  const before = await ensure();
  const restarts: string[] = [];
  const keeper = keepPostgres(dir, { ...quick, every: 50, onRestart: ({ url }) => restarts.push(url) });
  await killHard(before.pid);
  while (restarts.length === 0) await pause(20);
  expect(restarts).toEqual([before.url]);

  await keeper.stop();
  await stopPostgres(dir);
  await pause(150);
  expect(await findPostgres(dir)).toBeUndefined();
});

test.runIf(process.getuid?.() === 0)(
  'below a directory that only root may enter the files move where the server can read them',
  async () => {
    const cellar = join(dir, 'private');
    await mkdir(cellar, { mode: 0o700 });
    const deep = join(cellar, 'postgres');
    const server = await ensurePostgres(deep, undefined, quick);
    try {
      expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
      expect(await ensurePostgres(deep, undefined, quick)).toEqual({ ...server, how: 'attached' });
    } finally {
      await stopPostgres(deep);
    }

    // Nobody wants the files when the temporary directory is gone; whoever moves next removes them.
    const home = await findHome(deep);
    await rm(deep, { recursive: true });
    await makeHome(deep, unprivilegedAccount());
    expect(existsSync(home)).toBe(false);
    await rm(await findHome(deep), { recursive: true });
  },
);

test('a database name is a plain name', async () => {
  await expect(ensure('x"; drop database postgres; --')).rejects.toThrow('is not a plain database name');
});
