import { inspect } from 'node:util';
import { type DomainCredentials, milliseconds, Refused, Secret, seconds, Unreachable } from '@enablement/core';
import { afterEach, describe, expect, it } from 'vitest';
import { type Heard, overHttp, type Reply, startFakeServer } from '../net/fake-server.ts';
import { createNet } from '../net/index.ts';
import { createMessaging } from './index.ts';

const API_KEY = 'canary-api-key';
const PASSWORD = 'canary/pass&word';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function provision(
  reply: Reply,
  change: Partial<DomainCredentials> = {},
): Promise<{ outcome: unknown; heard: readonly Heard[] }> {
  const server = await startFakeServer(() => reply);
  // The net's own time-out is shorter than Acrobits may take: the call brings its own.
  const net = createNet({ allowPrivateHosts: true, timeout: milliseconds(50) });
  closers.push(server.stop, net.close);
  const messaging = createMessaging({ fetch: overHttp(net.fetch), timeout: seconds(2) });
  const outcome = await messaging
    .provision({
      messagingHost: server.host,
      cloudId: 'NSACME',
      apiKey: new Secret(API_KEY),
      domain: 'acme.example',
      officeManagerLogin: 'integration-office-manager@acme.example',
      officeManagerPassword: new Secret(PASSWORD),
      ...change,
    })
    .catch((error: unknown) => error);
  return { outcome, heard: server.heard };
}

describe('success', () => {
  it('the request is the one of the requirements', async () => {
    const { outcome, heard } = await provision({ status: 201, json: {} });
    expect(outcome).toBe('created');
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatchObject({
      what: 'POST /netsapiens/callbacks/NSACME/domains',
      headers: { 'x-ntspns-api-key': API_KEY, 'content-type': 'application/json' },
      body: {
        domainName: 'acme.example',
        officeManagerName: 'integration-office-manager@acme.example',
        officeManagerPassword: PASSWORD,
      },
    });
    expect(heard[0]?.headers.authorization).toBeUndefined();
  });

  it.each<[string, Reply]>([
    ['nothing', { text: '' }],
    ['nothing that calls itself HTML', { text: '', headers: { 'content-type': 'text/html' } }],
    ['text', { text: 'OK', headers: { 'content-type': 'text/plain' } }],
    ['broken JSON', { text: '{"domain":' }],
    ['JSON nobody knows', { json: { error: 'none', status: 'fine' } }],
    ['null', { json: null }],
  ])('does not depend on the body: %s', async (_, reply) => {
    expect((await provision({ ...(reply as object), status: 201 })).outcome).toBe('created');
    expect((await provision({ ...(reply as object), status: 200 })).outcome).toBe('already existed');
  });

  it.each([
    ['NSACME*', '/netsapiens/callbacks/NSACME*/domains'],
    ['a/../b', '/netsapiens/callbacks/a%2F..%2Fb/domains'],
    ['ä?#', '/netsapiens/callbacks/%C3%A4%3F%23/domains'],
  ])('the cloudId "%s" stays one piece of the path', async (cloudId, path) => {
    expect((await provision({ status: 201 }, { cloudId })).heard[0]?.what).toBe(`POST ${path}`);
  });
});

describe('refused', () => {
  it.each<[number, RegExp]>([
    [400, /answered the provisioning of acme\.example with JSON of another shape with status 400/],
    [401, /Acrobits refused the API key of cloudId NSACME \(401\)/],
    [403, /does not let us provision acme\.example \(403\)/],
    [404, /does not know the cloudId NSACME \(404\)/],
    [409, /with status 409/],
    [415, /with status 415/],
    [422, /with status 422/],
    [202, /with status 202/],
  ])('%i, with the reason that Acrobits gives', async (status, message) => {
    const { outcome } = await provision({ status, json: { message: 'because we say so' } });
    expect(outcome).toBeInstanceOf(Refused);
    expect((outcome as Refused).message).toMatch(message);
    expect((outcome as Refused).message).toMatch(/It said: "because we say so"\.$/);
    expect((outcome as Refused).todo).not.toBe('');
  });

  it.each([200, 201])('a page with %i is somebody else’s success', async (status) => {
    const { outcome } = await provision({ status, text: '<!doctype html><form action="/login">' });
    expect(outcome).toBeInstanceOf(Refused);
    expect((outcome as Refused).message).toMatch(/something other than the Acrobits messaging API is there/);
  });

  it('a redirect, which is not followed with secrets in hand', async () => {
    const { outcome, heard } = await provision({ status: 307, headers: { location: 'https://elsewhere.example/domains' } });
    expect(outcome).toBeInstanceOf(Refused);
    expect((outcome as Refused).message).toMatch(/redirects to https:\/\/elsewhere\.example\./);
    expect(heard).toHaveLength(1);
  });

  it.each([
    'https://evil.example',
    'evil.example/path',
    'user:pass@evil.example',
    'evil.example?x',
    'evil.example#',
    'evil example',
    '',
  ])('the messaging host "%s", before anything is sent', async (messagingHost) => {
    const { outcome } = await provision({ status: 201 }, { messagingHost });
    expect(outcome).toBeInstanceOf(Refused);
  });

  it.each(['canary\nkey', 'canary key', 'canary\u2013key', ''])(
    'an API key that cannot be sent, without showing it',
    async (apiKey) => {
      const { outcome, heard } = await provision({ status: 201 }, { apiKey: new Secret(apiKey) });
      expect(outcome).toBeInstanceOf(Refused);
      expect(inspect(outcome)).not.toContain('canary');
      expect(heard).toHaveLength(0);
    },
  );

  it.each(['', '.', '..'])('the cloudId "%s", which would climb out of its path', async (cloudId) => {
    const { outcome, heard } = await provision({ status: 201 }, { cloudId });
    expect(outcome).toBeInstanceOf(Refused);
    expect(heard).toHaveLength(0);
  });
});

describe('for later', () => {
  it.each<[string, Reply]>([
    ['500', { status: 500, json: { error: 'oops' } }],
    ['502 with a page', { status: 502, text: '<html>Bad gateway</html>' }],
    ['408', { status: 408, text: '' }],
    ['a page instead of a refusal', { status: 403, text: '<html>Blocked</html>' }],
    ['silence', 'silence'],
    ['a broken connection', 'hang up'],
  ])('%s', async (_, reply) => {
    expect((await provision(reply)).outcome).toBeInstanceOf(Unreachable);
  });

  it('429, no sooner than Acrobits asks', async () => {
    const { outcome } = await provision({ status: 429, headers: { 'retry-after': '30' }, json: {} });
    expect(outcome).toBeInstanceOf(Unreachable);
    expect((outcome as Unreachable).retryAfter).toBe(30_000);
  });
});

it.each([400, 401, 429, 500, 307])('an Acrobits that repeats our secrets with %i does not get them shown', async (status) => {
  const echo = `${API_KEY} ${PASSWORD} ${encodeURIComponent(PASSWORD)} ${PASSWORD.replace('&', '&amp;')} ${Buffer.from(API_KEY).toString('base64')}`;
  const { outcome } = await provision({
    status,
    json: { message: echo },
    headers: { location: `https://elsewhere.example/?k=${API_KEY}` },
  });
  expect(outcome).toBeInstanceOf(Error);
  expect(inspect(outcome, { depth: 9 })).not.toMatch(/canary|Y2FuYXJ5/);
});
