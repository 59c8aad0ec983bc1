import { randomBytes } from 'node:crypto';
import { Secret } from '@enablement/core';
import { expect, test } from 'vitest';
import { createPasswords } from './passwords.ts';
import { SecretsKey } from './secrets-key.ts';

const key = new SecretsKey(randomBytes(32));
const cost = { memory: 8, passes: 1 };
const passwords = createPasswords(key, cost);
const right = new Secret('canary "pass" & word 😀');

test('the right password fits its hash, and no other does', async () => {
  const hash = await passwords.hash(right);
  expect(hash).toMatch(/^argon2id\$8\$1\$/);
  expect(await passwords.fits(right, hash)).toBe(true);
  expect(await passwords.fits(new Secret('wrong'), hash)).toBe(false);
  expect(await passwords.fits(right, 'bcrypt$x')).toBe(false);
});

test('no two hashes are alike, and a hash is read with the cost it was made with', async () => {
  const [one, other] = [await passwords.hash(right), await passwords.hash(right)];
  expect(one).not.toBe(other);
  expect(await createPasswords(key, { memory: 16, passes: 2 }).fits(right, one)).toBe(true);
});

test('a hash is worth nothing without the secrets key', async () => {
  const hash = await passwords.hash(right);
  expect(await createPasswords(new SecretsKey(randomBytes(32)), cost).fits(right, hash)).toBe(false);
});

test('a tag is the same in one process and another in the next', () => {
  expect(passwords.same(passwords.tag(right), passwords.tag(right))).toBe(true);
  expect(passwords.same(passwords.tag(right), passwords.tag(new Secret('wrong')))).toBe(false);
  expect(createPasswords(key, cost).tag(right)).not.toBe(passwords.tag(right));
});
