import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const GOOD = {
  SLACK_SIGNING_SECRET: 's',
  SLACK_BOT_TOKEN: 'xoxb-1',
  PUBLIC_URL: 'https://enablement.northwind.example',
  SMTP_URL: 'smtp://mail.northwind.example:587',
  SECRETS_KEY: Buffer.alloc(32).toString('base64'),
};

test.each([
  ['SLACK_BOT_TOKEN', 'xoxp-1'],
  ['SECRETS_KEY', 'short'],
  ['DATABASE_URL', 'postgres://nobody:secret-password@127.0.0.1:1/none'],
])('a start with a useless %s stops with one sentence that names it', (name, value) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'main.ts')], {
    env: { ...GOOD, [name]: value },
    encoding: 'utf8',
    timeout: 15_000,
  });
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).toContain(name);
  expect(stderr).not.toContain('secret-password');
});
