import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const start = (env: Record<string, string>) =>
  spawnSync(process.execPath, [join(import.meta.dirname, 'main.ts')], { env, encoding: 'utf8', timeout: 15_000 });

test.each([
  ['PORT', 'none'],
  ['PUBLIC_URL', 'http://enablement.northwind.example'],
  ['SECRETS_KEY', 'short'],
  ['DATABASE_URL', 'postgres://nobody:secret-password@127.0.0.1:1/none'],
])('a start with a useless %s stops with one sentence that names it', (name, value) => {
  const { status, stdout, stderr } = start({ SECRETS_KEY: Buffer.alloc(32).toString('base64'), PORT: '0', [name]: value });
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).toContain(name);
  expect(stderr).not.toContain('secret-password');
});
