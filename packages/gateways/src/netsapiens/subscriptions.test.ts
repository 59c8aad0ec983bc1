import { inspect } from 'node:util';
import { Refused, Secret, seconds } from '@enablement/core';
import { afterEach, describe, expect, it } from 'vitest';
import { createNet } from '../net/index.ts';
import { accessTo, type Heard, MANAGER, type Reply, startFakeCore, token } from './fake-core.ts';
import { createPlatform } from './index.ts';

const HOST = 'messaging.example.net';
const EXPIRED: Reply = { status: 401, json: { code: 401, message: 'The access token provided has expired.' } };

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const subscription = (change: object = {}) => ({
  id: '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
  model: 'message',
  'post-url': `https://${HOST}/netsapiens/callbacks/NSACME/message?password=canary-callback`,
  domain: 'acme.example',
  ...change,
});
const BOTH = [subscription(), subscription({ id: '1', model: 'messagesession' })];

/** Each log-in and each refresh gives a new token; `token-1` is the first. */
async function start(list: (heard: Heard) => Reply, life = 3_600) {
  let made = 0;
  const core = await startFakeCore(async (heard) => {
    if (heard.what !== 'POST /tokens') return list(heard);
    made += 1;
    return { json: token({ access_token: `token-${made}`, refresh_token: `refresh-${made}`, expires_in: life }) };
  });
  const net = createNet({ allowPrivateHosts: true, timeout: seconds(2) });
  closers.push(core.stop, net.close);
  let time = Date.parse('2026-10-20T10:00:00Z');
  const platform = createPlatform({ fetch: net.fetch, clock: { now: () => new Date(time) }, sleep: async () => {} });
  return {
    core,
    grants: () => core.heard.filter((one) => one.what === 'POST /tokens').map((one) => one.body.grant_type),
    pass: (duration: number) => {
      time += duration;
    },
    see: (messagingHost = HOST, manager = MANAGER) => platform.subscriptions(accessTo(core.url), manager, messagingHost),
  };
}

const seen = async (rows: unknown, host?: string) => (await start(() => ({ json: rows }))).see(host);

describe('which subscriptions count', () => {
  it('both models of the domain, posting to the messaging host', async () => {
    expect(await seen(BOTH)).toEqual({ message: true, messagesession: true });
    expect(await seen([BOTH[1]])).toEqual({ message: false, messagesession: true });
    expect(await seen([])).toEqual({ message: false, messagesession: false });
  });

  it.each<[string, object]>([
    ['another domain', { domain: 'globex.example' }],
    ['another host', { 'post-url': 'https://other.example/netsapiens/callbacks/NSACME/message' }],
    ['a host that only begins alike', { 'post-url': `https://${HOST}.evil.example/` }],
    ['our host in the query only', { 'post-url': `https://evil.example/?${HOST}` }],
    ['another port', { 'post-url': `https://${HOST}:8443/` }],
    ['another model', { model: 'cdr' }],
    ['no address at all', { 'post-url': 'nonsense' }],
  ])('not those of %s', async (_, change) => {
    expect(await seen([subscription(change)])).toEqual({ message: false, messagesession: false });
  });

  it.each<[string, object, string]>([
    ['that is in error', { status: 'error' }, 'in error'],
    ['whose time is over', { 'subscription-expires-datetime': '2026-10-19 21:59:59' }, 'expired'],
    ['whose time, with a zone, is over', { 'subscription-expires-datetime': '2026-10-20T11:59:59+02:00' }, 'expired'],
  ])('not one %s, though it is listed, and why is told', async (_, change, why) => {
    expect(await seen([subscription(change), BOTH[1]])).toEqual({
      message: false,
      messagesession: true,
      useless: { message: why },
    });
    // Whatever lies there from earlier days, one that works is enough, in whichever order they come.
    expect(await seen([...BOTH, subscription({ id: '4', ...change })])).toEqual({ message: true, messagesession: true });
    expect(await seen([subscription({ id: '4', ...change }), ...BOTH])).toEqual({ message: true, messagesession: true });
  });

  it.each<[string, object]>([
    ['is pending, as nothing was sent yet', { status: 'pending' }],
    ['has a status that we do not know', { status: 'new' }],
    // Nobody says which clock an expiry is read from: half a day behind UTC, this one has a minute left.
    ['may not be over, wherever its clock is', { 'subscription-expires-datetime': '2026-10-19 22:01:00' }],
    ['ends in twenty years', { 'subscription-expires-datetime': '2046-10-20 10:00:00' }],
    ['ends at a moment that is none', { 'subscription-expires-datetime': '0000-00-00 00:00:00' }],
    ['has no end', { 'subscription-expires-datetime': null }],
  ])('one that %s', async (_, change) => {
    expect(await seen([subscription(change)])).toEqual({ message: true, messagesession: false });
  });

  it('an error counter above zero is normal on a healthy subscription, and its domain’s own list is not asked for, which 44 lacks', async () => {
    const { core, see } = await start(() => ({ json: BOTH.map((row) => ({ ...row, status: 'active', 'error-count': 7 })) }));
    expect(await see()).toEqual({ message: true, messagesession: true });
    expect(core.heard.map(({ what }) => what)).toEqual(['POST /tokens', 'GET /subscriptions']);
  });

  it('host and port are compared as addresses are: case and the default port do not matter', async () => {
    expect(
      await seen([subscription({ 'post-url': `https://${HOST.toUpperCase()}:443/x` })], 'Messaging.Example.NET'),
    ).toMatchObject({ message: true });
    expect(await seen([subscription({ 'post-url': 'http://127.0.0.1:4402/x' })], '127.0.0.1:4402')).toMatchObject({
      message: true,
    });
  });

  it('rows that are no subscriptions as we know them are passed over', async () => {
    expect(await seen([null, 7, { id: 2 }, subscription({ id: '3', 'post-url': null }), ...BOTH])).toEqual({
      message: true,
      messagesession: true,
    });
  });
});

describe('pages', () => {
  const many = (from: number, count: number) =>
    Array.from({ length: count }, (_, n) => subscription({ id: `globex-${from + n}`, domain: 'globex.example' }));
  const asked = (core: { heard: Heard[] }) =>
    core.heard.filter((one) => one.what === 'GET /subscriptions').map((one) => one.url.search);

  it('are asked for until a short one', async () => {
    const { core, see } = await start(({ url }) => ({ json: url.searchParams.get('start') === '0' ? many(0, 200) : BOTH }));
    expect(await see()).toEqual({ message: true, messagesession: true });
    expect(asked(core)).toEqual(['?start=0&limit=200', '?start=200&limit=200']);
  });

  it('that repeat the first one for ever come to an end', async () => {
    const { core, see } = await start(() => ({ json: many(0, 200) }));
    expect(await see()).toEqual({ message: false, messagesession: false });
    expect(asked(core)).toHaveLength(2);
  });

  it('of a core that ignores the limit go on after its first hundred', async () => {
    const { core, see } = await start(({ url }) => ({ json: url.searchParams.get('start') === '0' ? many(0, 100) : BOTH }));
    expect(await see()).toEqual({ message: true, messagesession: true });
    expect(asked(core)).toEqual(['?start=0&limit=200', '?start=100&limit=200']);
  });

  it('without end are given up', async () => {
    const { see } = await start(({ url }) => ({ json: many(Number(url.searchParams.get('start')), 100) }));
    await expect(see()).rejects.toBeInstanceOf(Refused);
  });
});

describe('the token', () => {
  it('is asked for once, however many ask at the same time', async () => {
    const { core, grants, see } = await start(() => ({ json: BOTH }));
    await Promise.all([see(), see(), see(), see(), see()]);
    expect(grants()).toEqual(['password']);
    expect(core.count('GET /subscriptions')).toBe(5);
    expect(new Set(core.heard.slice(1).map((one) => one.headers.authorization))).toEqual(new Set(['Bearer token-1']));
  });

  it('belongs to its credentials: others, also a new password, get their own', async () => {
    const { grants, see } = await start(() => ({ json: BOTH }));
    await see();
    await see(HOST, { ...MANAGER, password: new Secret('another') });
    await see(HOST, { ...MANAGER, domain: 'globex.example' });
    await see();
    expect(grants()).toEqual(['password', 'password', 'password']);
  });

  it('is refreshed a minute before it expires, with the newest refresh token', async () => {
    const { core, grants, pass, see } = await start(() => ({ json: BOTH }));
    await see();
    pass(seconds(3_539));
    await see();
    expect(grants()).toEqual(['password']);
    pass(seconds(2));
    await Promise.all([see(), see()]);
    expect(grants()).toEqual(['password', 'refresh_token']);
    pass(seconds(3_541));
    await see();
    expect(core.heard.filter((one) => one.what === 'POST /tokens').map((one) => one.body.refresh_token)).toEqual([
      undefined,
      'refresh-1',
      'refresh-2',
    ]);
  });

  it('that lives shorter than that is not replaced before every call', async () => {
    const { grants, see } = await start(() => ({ json: BOTH }), 30);
    await see();
    await see();
    expect(grants()).toEqual(['password']);
  });

  it('that expires in the middle of a run is refreshed once, for all who use it, and the call repeated', async () => {
    const { core, grants, see } = await start(({ headers }) =>
      headers.authorization === 'Bearer token-1' ? EXPIRED : { json: BOTH },
    );
    expect(await Promise.all([see(), see(), see()])).toEqual(Array(3).fill({ message: true, messagesession: true }));
    expect(grants()).toEqual(['password', 'refresh_token']);
    expect(core.count('GET /subscriptions')).toBe(6);
  });

  it('whose refresh is refused is replaced by a new log-in', async () => {
    const core = await startFakeCore(({ what, body, headers }) => {
      if (body.grant_type === 'refresh_token') return { status: 401, json: { error: 'invalid_grant' } };
      if (what === 'POST /tokens') return { json: token({ access_token: `token-${core.count(what)}` }) };
      return headers.authorization === 'Bearer token-1' ? EXPIRED : { json: BOTH };
    });
    const net = createNet({ allowPrivateHosts: true });
    closers.push(core.stop, net.close);
    const platform = createPlatform({ fetch: net.fetch, clock: { now: () => new Date() } });
    expect(await platform.subscriptions(accessTo(core.url), MANAGER, HOST)).toMatchObject({ message: true });
    expect(core.heard.map((one) => one.body.grant_type ?? one.what)).toEqual([
      'password',
      'GET /subscriptions',
      'refresh_token',
      'password',
      'GET /subscriptions',
    ]);
  });

  it('that expires again at once ends the matter', async () => {
    const { grants, see } = await start(() => EXPIRED);
    await expect(see()).rejects.toBeInstanceOf(Refused);
    expect(grants()).toEqual(['password', 'refresh_token']);
  });

  it('with too low a scope is final: no refresh helps', async () => {
    const { grants, see } = await start(() => ({ status: 401, json: { code: 401, message: 'Invalid Scope [APP001]' } }));
    await expect(see()).rejects.toThrow(
      /has scope Office Manager, and NetSapiens says that this is too low \(Invalid Scope \[APP001\]\)/,
    );
    expect(grants()).toEqual(['password']);
  });

  it('that is refused for another reason is final, forgotten, and not shown', async () => {
    const { grants, see } = await start(({ headers }) => ({
      status: 401,
      json: { code: 401, message: `Bad token ${headers.authorization}` },
    }));
    await expect(see()).rejects.toThrow(/\(Bad token Bearer \[secret\]\)/);
    await expect(see()).rejects.toBeInstanceOf(Refused);
    expect(grants()).toEqual(['password', 'password']);
  });

  it('is never waited for in vain: a failed log-in fails for all who wait, and is tried anew afterwards', async () => {
    let right = false;
    const core = await startFakeCore(({ what }) => {
      if (what !== 'POST /tokens') return { json: BOTH };
      return right ? { json: token() } : { status: 401, json: { error: 'invalid_grant' } };
    });
    const net = createNet({ allowPrivateHosts: true });
    closers.push(core.stop, net.close);
    const platform = createPlatform({ fetch: net.fetch, clock: { now: () => new Date() } });
    const see = () => platform.subscriptions(accessTo(core.url), MANAGER, HOST);
    for (const result of await Promise.allSettled([see(), see()]))
      expect(result).toMatchObject({ status: 'rejected', reason: expect.any(Refused) });
    expect(core.count('POST /tokens')).toBe(1);
    right = true;
    expect(await see()).toMatchObject({ message: true });
  });
});

it.each<[string, Reply]>([
  ['a page', { text: '<html></html>' }],
  ['an object', { json: { subscriptions: [] } }],
  ['a firewall', { status: 403, text: '<html>Forbidden</html>' }],
  ['a missing route', { status: 404, json: { code: 404, message: 'No Route Found [92]' } }],
])('%s instead of the list is refused, and nothing secret is in the error', async (_, reply) => {
  const { see } = await start(() => reply);
  const error = await see().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Refused);
  expect(inspect(error, { depth: 9 })).not.toMatch(/canary|token-1/);
});
