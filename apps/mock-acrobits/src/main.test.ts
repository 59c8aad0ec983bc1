import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const program = fileURLToPath(new URL('./main.ts', import.meta.url));
let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'mock-acrobits-'));
});
afterAll(() => rm(dataDir, { recursive: true }));

function start(environment: Record<string, string>): { child: ChildProcess; told: () => string } {
  const env = { PATH: process.env.PATH, PORT: '0', SMTP_PORT: '0', DATA_DIR: dataDir, ...environment };
  const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let told = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (told += String(chunk)));
  return { child, told: () => told };
}

test('it listens, says where, and stops cleanly', async () => {
  const { child, told } = start({});
  await expect.poll(told, { timeout: 10_000 }).toMatch(/^mock-acrobits listening on http:\/\/127\.0\.0\.1:\d+\n$/);
  const url = told().trim().split(' ').at(-1) ?? '';
  // A browser keeps its connection open; the stop must not wait for it.
  expect((await fetch(url)).status).toBe(200);
  const asked = performance.now();
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(performance.now() - asked).toBeLessThan(1500);
});

test('a wrong variable stops the start with one sentence', async () => {
  const { child, told } = start({ MESSAGING_HOST: 'https://localhost:4402' });
  expect(await once(child, 'exit')).toEqual([1, null]);
  expect(told().trim().split('\n')).toEqual([expect.stringMatching(/^MESSAGING_HOST must be a bare host/)]);
});
