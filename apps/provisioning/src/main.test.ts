import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'provisioning-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

const start = (env: Record<string, string>) =>
  spawnSync(process.execPath, [join(import.meta.dirname, 'main.ts')], { env, encoding: 'utf8', timeout: 15_000 });

test.each([
  ['PORT', 'none', /PORT/],
  ['PHONES_URL', 'http://phones.northwind.example', /PHONES_URL/],
  ['SECRETS_KEY', 'short', /SECRETS_KEY/],
  ['DATABASE_URL', 'postgres://nobody:secret-password@127.0.0.1:1/none', /DATABASE_URL/],
  ['ENVIRONMENTS', join(folder, 'none.yaml'), /none\.yaml cannot be read/],
  ['ENVIRONMENTS', file('environments.yaml', 'environments: [{ cloudId: NSACME }]'), /environments\.yaml: environments\[0\]/],
  [
    'PHONE_TEMPLATES',
    file('one.yaml', 'phones: [{ cloudId: NSACME, transport: TLS }]'),
    /phones\[0\]\.transport: expected udp, tcp/,
  ],
  [
    'PHONE_TEMPLATES',
    file('other.yaml', 'phones: [{ cloudId: NSACME, dialActions: "<dialActions><item/></dialActions>" }]'),
    /dialActions of NSACME: expected <dialAction> only/,
  ],
  [
    'PHONE_TEMPLATES',
    file('twice.yaml', 'phones: [{ cloudId: NSACME }, { cloudId: "nsacme*" }]'),
    /a cloudId stands in it twice/,
  ],
])('a start with a useless %s stops with one sentence: %s', (name, value, sentence) => {
  const { status, stdout, stderr } = start({ SECRETS_KEY: Buffer.alloc(32).toString('base64'), PORT: '0', [name]: value });
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).toMatch(sentence);
  expect(stderr).not.toContain('secret-password');
});
