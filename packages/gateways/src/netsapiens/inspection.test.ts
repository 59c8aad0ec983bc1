import { Refused, Secret, seconds } from '@enablement/core';
import { afterEach, describe, expect, test } from 'vitest';
import { createNet } from '../net/index.ts';
import {
  API_KEY,
  accessTo,
  byLogIn,
  CLIENT_SECRET,
  type Heard,
  PASSWORD,
  type Reply,
  startFakeCore,
  token,
  virtualTime,
} from './fake-core.ts';
import { createInspection } from './inspection.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const NO_ROUTE: Reply = { status: 404, json: { code: 404, message: 'No Route Found [92]' } };
const client = { clientId: 'acrobits-softphone', clientSecret: new Secret(CLIENT_SECRET) };

/** A core that has these answers, and no route for anything else. */
async function inspect(answers: Readonly<Record<string, Reply | ((heard: Heard) => Reply)>>) {
  const heard: Heard[] = [];
  const core = await startFakeCore((one) => {
    heard.push(one);
    const answer = answers[one.what.split('?')[0] ?? ''] ?? NO_ROUTE;
    return typeof answer === 'function' ? answer(one) : answer;
  });
  const net = createNet({ allowPrivateHosts: true, timeout: seconds(2) });
  closers.push(core.stop, net.close);
  const inspection = createInspection({ fetch: net.fetch, ...virtualTime() });
  const byKey = inspection.open(core.url, { apiKey: new Secret(API_KEY) });
  const byPassword = inspection.open(core.url, { client, ...byLogIn.account });
  return { inspection, access: accessTo(core.url), url: core.url, heard, byKey, byPassword };
}

describe('the OAuth client, told by a log-in of nobody', () => {
  test.each([
    ['accepted', { status: 401, json: { error: 'invalid_grant', error_description: 'No such user' } }],
    ['accepted', { status: 403, json: { code: 403, message: 'Wrong username or password' } }],
    ['refused', { status: 401, json: { error: 'invalid_client' } }],
    ['refused', { status: 400, json: { code: 400, message: 'Unknown client' } }],
    ['unclear', { status: 401, json: { code: 401, message: 'Access denied' } }],
  ] as const)('%s: %j', async (seen, answer) => {
    const { inspection, access } = await inspect({ 'POST /tokens': answer });
    expect(await inspection.client(access)).toBe(seen);
  });

  test('the name can be nobody’s, and is another one each time', async () => {
    const { inspection, access, heard } = await inspect({ 'POST /tokens': { status: 401, json: { error: 'invalid_grant' } } });
    await inspection.client(access);
    await inspection.client(access);
    const names = heard.map(({ body }) => JSON.stringify(body).match(/nobody-\w+@readiness\.invalid/)?.[0]);
    expect(names[0]).toBeDefined();
    expect(new Set(names).size).toBe(2);
  });
});

test('a log-in tells scope and domain, and no secret', async () => {
  const { inspection, access } = await inspect({ 'POST /tokens': { json: token() } });
  const seen = await inspection.logIn(access, 'integration-office-manager@acme.example', new Secret(PASSWORD));
  expect(seen).toEqual({ loggedIn: true, scope: 'Office Manager', domain: 'acme.example' });
});

describe('an API key', () => {
  test('says how far it reaches and what limits it', async () => {
    const limits = {
      'user-scope': 'Super User',
      readonly: 'yes',
      'allowed-models': ['message', 'event'],
      'ip-address': '192.0.2.1, 192.0.2.2',
      domain: '*',
    };
    const { inspection, url } = await inspect({ 'GET /apikeys/~': { json: limits } });
    expect(await inspection.key(url, new Secret(API_KEY))).toEqual({
      key: 'accepted',
      reach: 'Super User',
      scope: 'Super User',
      domain: undefined,
      readOnly: true,
      models: ['message', 'event'],
      addresses: ['192.0.2.1', '192.0.2.2'],
    });
  });

  test('that is none is not sent', async () => {
    const { inspection, url, heard } = await inspect({});
    expect(await inspection.key(url, new Secret('mock-password'))).toMatchObject({ key: 'not a key' });
    expect(heard).toEqual([]);
  });

  test('that is refused is told without the key in it', async () => {
    const { inspection, url } = await inspect({
      'GET /apikeys/~': { status: 401, json: { code: 401, message: `No key ${API_KEY}` } },
    });
    const seen = await inspection.key(url, new Secret(API_KEY));
    expect(seen).toMatchObject({ key: 'refused' });
    expect(JSON.stringify(seen)).not.toContain(API_KEY);
  });

  test('cannot be looked at on a release without that route', async () => {
    const { inspection, url } = await inspect({});
    await expect(inspection.key(url, new Secret(API_KEY))).rejects.toBeInstanceOf(Refused);
  });
});

describe('inside a domain', () => {
  const users = [
    { user: 100, 'name-first-name': 'Ada', 'name-last-name': 'Example', 'user-scope': 'Basic User' },
    { user: '900', 'login-username': 'Integration@acme.example', 'service-code': 'system-api' },
  ];
  const USERS = { 'GET /domains/acme.example/users': { json: users } };

  test.each([401, 403, 404])('%i hides it', async (status) => {
    const { byKey } = await inspect({
      'GET /domains/acme.example': { status, json: { code: status, message: 'No' } },
      'GET /apikeys/~': { json: {} },
    });
    expect(await byKey.domain('acme.example')).toMatchObject({ visible: false });
  });

  test('users are counted, and looked for by login name in any case', async () => {
    const { byKey } = await inspect({ ...USERS, 'GET /domains/acme.example/users/900/devices': { json: [{ device: '900' }] } });
    expect(await byKey.users('acme.example')).toMatchObject({
      count: 2,
      first: [{ user: '100', name: 'Ada Example' }, { user: '900' }],
    });
    expect(await byKey.userByLogin('acme.example', 'integration')).toMatchObject({
      user: '900',
      serviceCode: 'system-api',
      devices: 1,
    });
    expect(await byKey.userByLogin('acme.example', 'nobody')).toBeUndefined();
  });

  test('whoever is logged in is asked for directly', async () => {
    const { byPassword, heard } = await inspect({
      'POST /tokens': { json: token() },
      'GET /domains/~/users/~': { json: { user: '900' } },
      'GET /domains/acme.example/users/900/devices': { json: [] },
    });
    expect(await byPassword.userByLogin('acme.example', byLogIn.account.username)).toMatchObject({ user: '900', devices: 0 });
    expect(heard.map(({ what }) => what.split('?')[0])).not.toContain('GET /domains/acme.example/users');
  });

  test('where a release lists no devices of a domain, those of the first users are looked at', async () => {
    const { byKey } = await inspect({
      ...USERS,
      'GET /domains/acme.example/users/100/devices': {
        json: [
          { device: '100', user: '100' },
          { device: '100m', user: '100' },
        ],
      },
      'GET /domains/acme.example/users/900/devices': { json: [] },
    });
    expect((await byKey.devices('acme.example')).map(({ device }) => device)).toEqual(['100', '100m']);
  });

  test('subscriptions come without the password in their address, and with their end in UTC', async () => {
    const row = {
      model: 'message',
      domain: 'ACME.example',
      'post-url': 'https://api.acrobits.example/cb?password=canary',
      'subscription-expires-datetime': '2046-01-31 10:00:00',
      'error-count': '3',
    };
    const { byKey } = await inspect({ 'GET /subscriptions': { json: [row, { ...row, domain: 'globex.example' }] } });
    const seen = await byKey.subscriptions('acme.example');
    expect(seen).toEqual([
      {
        model: 'message',
        postHost: 'api.acrobits.example',
        postPath: '/cb',
        status: undefined,
        activeServer: '',
        preferredServer: '',
        errorCount: 3,
        expires: new Date('2046-01-31T10:00:00Z'),
      },
    ]);
  });

  test('a number tells where it leads, or is not there', async () => {
    const number = {
      phonenumber: 15551230100,
      'dial-rule-application': 'to-user',
      'dial-rule-translation-destination-user': '100',
    };
    const { byKey } = await inspect({
      'GET /domains/acme.example/phonenumbers/15551230100': { json: number },
      'GET /domains/acme.example/phonenumbers/1': { status: 404, json: { code: 404, message: 'Phone number does not exist' } },
    });
    expect(await byKey.phoneNumber('acme.example', '15551230100')).toEqual({
      number: '15551230100',
      application: 'to-user',
      destinationUser: '100',
      destinationHost: undefined,
    });
    expect(await byKey.phoneNumber('acme.example', '1')).toBeUndefined();
  });
});
