import { describe, expect, test } from 'vitest';
import { readConfiguration } from './configuration.ts';

describe('the configuration', () => {
  test('needs nothing on a laptop', () => {
    expect(readConfiguration({ PUBLIC_URL: ' ' })).toMatchObject({
      PORT: 4300,
      HOST: '127.0.0.1',
      PUBLIC_URL: 'http://localhost:4300',
      DATA_DIR: '.data',
      ALLOW_PRIVATE_HOSTS: false,
      TRUST_PROXY: 0,
    });
  });

  test('takes the public address without a slash at the end', () => {
    expect(readConfiguration({ PUBLIC_URL: 'https://enablement.northwind.example/' }).PUBLIC_URL).toBe(
      'https://enablement.northwind.example',
    );
  });

  test.each([
    ['PORT', 'x'],
    ['PORT', '70000'],
    ['HOST', 'http://here'],
    ['PUBLIC_URL', 'enablement.example'],
    ['PUBLIC_URL', 'https://enablement.example/path'],
    ['PUBLIC_URL', 'https://user:password@enablement.example'],
    ['PUBLIC_URL', 'http://enablement.example'],
    ['PUBLIC_URL', 'ftp://localhost'],
    ['DATABASE_URL', 'mysql://x'],
    ['ACROBITS_CONTACT', 'nobody'],
    ['ALLOW_PRIVATE_HOSTS', 'yes'],
    ['TRUST_PROXY', '-1'],
  ])('stops the start with one sentence that names %s when it is %s', (name, value) => {
    const sentence = new RegExp(`^${name} [^\n]*\\.$`);
    expect(() => readConfiguration({ [name]: value })).toThrow(sentence);
  });

  test('allows private hosts in development only', () => {
    const env = { ALLOW_PRIVATE_HOSTS: '1', PUBLIC_URL: 'http://web.internal.example:4300' };
    expect(readConfiguration(env).PUBLIC_URL).toBe('http://web.internal.example:4300');
    expect(() => readConfiguration({ ...env, NODE_ENV: 'production' })).toThrow(/^ALLOW_PRIVATE_HOSTS is for development only/);
  });
});
