import { Secret, seconds, Unreachable } from '@enablement/core';
import { afterEach, describe, expect, test } from 'vitest';
import { type Heard, type Reply, startFakeServer } from '../net/fake-server.ts';
import { createNet } from '../net/index.ts';
import { createMessagingInspection } from './index.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const KEY = 'canary-cloud-api-key';
const keyOf = (heard: Heard) => String(heard.headers['x-ntspns-api-key']);

async function ask(answer: (heard: Heard) => Reply, key = KEY) {
  const heard: Heard[] = [];
  const server = await startFakeServer((one) => {
    heard.push(one);
    return answer(one);
  }, '/netsapiens');
  const net = createNet({ allowPrivateHosts: true, timeout: seconds(2) });
  closers.push(server.stop, net.close);
  // The API is asked over https alone; on loopback the stand-in is plain.
  const fetch: typeof net.fetch = (input, init) => net.fetch(String(input).replace('https:', 'http:'), init);
  const host = new URL(server.url).host;
  return { heard, seen: createMessagingInspection({ fetch }).key(host, 'NSACME*', new Secret(key)) };
}

describe('Acrobits’ key, tried with a request for nothing', () => {
  test.each([
    ['refused', { status: 401 }],
    ['refused', { status: 403 }],
    ['unknown cloudId', { status: 404 }],
    ['not the messaging API', { status: 405 }],
    ['not the messaging API', { status: 200, text: '<html>Welcome</html>' }],
    ['cannot be told', { status: 422, json: { error: 'domainName is missing' } }],
    ['cannot be told', { status: 200, json: {} }],
  ] as const)('%s: %j', async (expected, answer) => {
    const { seen, heard } = await ask(() => answer);
    expect(await seen).toBe(expected);
    for (const { body } of heard) expect(body).toEqual({});
  });

  test('is accepted where a key that was made up is refused and this one is not', async () => {
    const { seen, heard } = await ask((one) => ({ status: keyOf(one) === KEY ? 400 : 401 }));
    expect(await seen).toBe('accepted');
    expect(heard).toHaveLength(2);
    expect(heard[1] && keyOf(heard[1])).toMatch(/^[0-9a-f]{32}$/);
  });

  test('a server that fails says nothing about the key', async () => {
    const { seen } = await ask(() => ({ status: 503 }));
    await expect(seen).rejects.toBeInstanceOf(Unreachable);
  });

  test('what no header can carry is refused without being sent', async () => {
    const { seen, heard } = await ask(() => ({ status: 200 }), 'two words');
    expect(await seen).toBe('refused');
    expect(heard).toEqual([]);
  });
});
