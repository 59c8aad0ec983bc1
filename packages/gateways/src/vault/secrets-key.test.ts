import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { deriveToken, loadSecretsKey } from './secrets-key.ts';

const given = Buffer.alloc(32, 7).toString('base64');
let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'enablement-key-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

const tokenOf = async (env: Record<string, string>) => deriveToken(await loadSecretsKey({ env, dataDir }), 'letter', 'acme');

test('in development a key is made once, and every program that starts gets the same one', async () => {
  const tokens = await Promise.all([1, 2, 3, 4, 5].map(() => tokenOf({})));
  expect(new Set(tokens).size).toBe(1);
  expect(await tokenOf({})).toBe(tokens[0]);
  expect((await stat(join(dataDir, 'secrets.key'))).mode & 0o777).toBe(0o600);
});

test('SECRETS_KEY wins over the file', async () => {
  const made = await tokenOf({});
  expect(await tokenOf({ SECRETS_KEY: given })).not.toBe(made);
});

test('production without SECRETS_KEY does not start', async () => {
  await expect(tokenOf({ NODE_ENV: 'production' })).rejects.toThrow(/^SECRETS_KEY is missing/);
});

test.each([
  ['too short', Buffer.alloc(16).toString('base64')],
  ['too long', Buffer.alloc(33).toString('base64')],
  ['not base64', `${given.slice(0, -4)}!!A=`],
])('a SECRETS_KEY that is %s is named, and not shown', async (_why, text) => {
  const error = await tokenOf({ SECRETS_KEY: text }).then(
    () => undefined,
    (reason: Error) => reason,
  );
  expect(error?.message).toMatch(/^SECRETS_KEY must hold 32 bytes in base64/);
  expect(error?.message).not.toContain(text);
});

test('a damaged key file is named', async () => {
  await writeFile(join(dataDir, 'secrets.key'), 'half a k');
  await expect(tokenOf({})).rejects.toThrow(`The file ${join(dataDir, 'secrets.key')} must hold 32 bytes`);
  expect(await readFile(join(dataDir, 'secrets.key'), 'utf8')).toBe('half a k');
});

test('a token is the same for the same thing, another for anything else, and has 256 bits', async () => {
  const key = await loadSecretsKey({ env: { SECRETS_KEY: given }, dataDir });
  const token = deriveToken(key, 'Acrobits page', 'acme');
  expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(deriveToken(key, 'Acrobits page', 'acme')).toBe(token);
  expect(deriveToken(key, 'Acrobits page', 'globex')).not.toBe(token);
  expect(deriveToken(key, 'secret page', 'acme')).not.toBe(token);
});

test('a key cannot be printed', async () => {
  const key = await loadSecretsKey({ env: { SECRETS_KEY: given }, dataDir });
  expect(`${key} ${JSON.stringify({ key })} ${inspect({ key }, { showHidden: true })}`).not.toMatch(/BwcHBwc|07 ?07|7, 7/);
});
