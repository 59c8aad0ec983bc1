import { hours, seconds } from '@enablement/core';
import { describe, expect, test } from 'vitest';
import { readConfiguration } from './configuration.ts';

describe('the configuration', () => {
  test('needs nothing on a laptop', () => {
    expect(readConfiguration({ PHONES_URL: ' ' })).toMatchObject({
      PORT: 4500,
      PHONES_URL: 'http://localhost:4500',
      BELIEVED_SECONDS: seconds(30),
      LAST_GOOD_HOURS: hours(72),
      TRUST_PROXY: 0,
      UPSTREAM_AT_ONCE: 20,
    });
  });

  test.each([
    ['PORT', 'x'],
    ['PHONES_URL', 'phones.example'],
    ['PHONES_URL', 'https://phones.example/path'],
    ['PHONES_URL', 'http://phones.example'],
    ['DATABASE_URL', 'mysql://x'],
    ['ALLOW_PRIVATE_HOSTS', 'yes'],
    ['TRUST_PROXY', '11'],
    ['BELIEVED_SECONDS', '3601'],
    ['LAST_GOOD_HOURS', '-1'],
    ['CONTACTS_MINUTES', '0'],
    ['UPSTREAM_AT_ONCE', '0'],
    ['HASH_MEMORY', '7'],
  ])('stops the start with one sentence that names %s when it is %s', (name, value) => {
    expect(() => readConfiguration({ [name]: value })).toThrow(new RegExp(`^${name} [^\n]*\\.$`));
  });

  test('allows private hosts and a cheap hash in development only', () => {
    for (const [name, value] of [
      ['ALLOW_PRIVATE_HOSTS', '1'],
      ['HASH_MEMORY', '8'],
    ] as const) {
      expect(() => readConfiguration({ [name]: value })).not.toThrow();
      expect(() => readConfiguration({ [name]: value, NODE_ENV: 'production', PHONES_URL: 'https://p.example' })).toThrow(name);
    }
  });
});
