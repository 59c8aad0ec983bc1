import { Refused, Secret, seconds, Unreachable } from '@enablement/core';
import { ADA, NSACME } from '@enablement/core/testing';
import { afterEach, describe, expect, test } from 'vitest';
import { createNet } from '../net/index.ts';
import { type Reply, startFakeCore, token, virtualTime } from './fake-core.ts';
import { createPhonePlatform } from './phones.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const DEVICE = '/domains/acme.example/users/100/devices/100m';
const admitted: Reply = {
  json: token({ scope: 'Basic User', uid: '100@acme.example', user: '100', displayName: 'Ada Example' }),
};
const device = (change: object = {}): Reply => ({
  json: { device: '100m', user: '100', domain: 'acme.example', 'device-sip-registration-password': 'canary-sip', ...change },
});
const absent: Reply = { status: 404, json: { code: 404, message: 'Device 100m does not exist' } };
const noRoute: Reply = { status: 404, json: { code: 404, message: 'No Route Found [92]' } };

/** What each call gets, the first time, the second, …; the last answer stays. */
async function meet(answers: Readonly<Record<string, readonly Reply[]>>) {
  const given = new Map<string, number>();
  const core = await startFakeCore(({ what }) => {
    const count = given.get(what) ?? 0;
    given.set(what, count + 1);
    return answers[what]?.[Math.min(count, answers[what].length - 1)] ?? { status: 500, json: { code: 500, message: what } };
  });
  const net = createNet({ allowPrivateHosts: true, timeout: seconds(2) });
  closers.push(core.stop, net.close);
  const { slept: _, ...time } = virtualTime();
  const platform = createPhonePlatform({ fetch: net.fetch, ...time });
  const environment = { ...NSACME, portalUrl: core.url };
  const login = { name: '100@acme.example', password: new Secret('canary "pass" & word') };
  return {
    called: () => core.heard.map(({ what }) => what),
    heard: core.heard,
    admit: (known?: typeof ADA) => platform.admit(environment, login, 'm', known),
    contacts: () => platform.contacts(environment, login),
  };
}
const failureOf = (made: Promise<unknown>) =>
  made.then(
    () => 'nothing',
    (error: unknown) => error,
  );

describe('a softphone', () => {
  test('is read in the user’s own name', async () => {
    const { admit, called, heard } = await meet({ 'POST /tokens': [admitted], [`GET ${DEVICE}`]: [device()] });
    const { admitted: let_in, ...rest } = await admit();
    expect(let_in).toBe(true);
    expect(rest).toMatchObject({
      softphone: { domain: 'acme.example', user: '100', device: '100m', displayName: 'Ada Example' },
    });
    expect('softphone' in rest && rest.softphone.password.reveal()).toBe('canary-sip');
    expect(called()).toEqual(['POST /tokens', `GET ${DEVICE}`]);
    expect(heard[0]?.body).toMatchObject({
      grant_type: 'password',
      username: '100@acme.example',
      client_id: 'acrobits-softphone',
    });
    expect(heard[0]?.url.search).toBe('');
  });

  test('that is known is not read again: the log-in alone is proved', async () => {
    const { admit, called } = await meet({ 'POST /tokens': [admitted] });
    expect(await admit(ADA)).toEqual({ admitted: true, softphone: ADA });
    expect(called()).toEqual(['POST /tokens']);
  });

  test('is read again when the log-in has come to belong to somebody else', async () => {
    const { admit } = await meet({ 'POST /tokens': [admitted], [`GET ${DEVICE}`]: [device()] });
    expect(await admit({ ...ADA, user: '199', device: '199m' })).toMatchObject({ softphone: { device: '100m' } });
  });

  test('is created when it is not there, and then read', async () => {
    const { admit, heard } = await meet({
      'POST /tokens': [admitted],
      [`GET ${DEVICE}`]: [absent, device()],
      'POST /domains/acme.example/users/100/devices': [{ json: {} }],
    });
    expect(await admit()).toMatchObject({ softphone: { device: '100m' } });
    expect(heard.find(({ what }) => what.endsWith('/devices'))?.body).toEqual({
      device: '100m',
      'device-push-enabled': 'yes',
      synchronous: 'yes',
    });
  });

  test('that another replica created at the same time is taken', async () => {
    const { admit } = await meet({
      'POST /tokens': [admitted],
      [`GET ${DEVICE}`]: [absent, device()],
      'POST /domains/acme.example/users/100/devices': [{ status: 409, json: { message: 'Device already exists' } }],
    });
    expect(await admit()).toMatchObject({ admitted: true });
  });

  test('is looked for in the list where a core does not have its path', async () => {
    const list = 'GET /domains/acme.example/users/100/devices';
    const { admit } = await meet({
      'POST /tokens': [admitted],
      [`GET ${DEVICE}`]: [noRoute],
      [list]: [{ json: [{ ...(device() as { json: object }).json }] }],
    });
    expect(await admit()).toMatchObject({ softphone: { device: '100m' } });
  });

  test('whose SIP password is hidden helps nobody, and an operator is told', async () => {
    const { admit } = await meet({
      'POST /tokens': [admitted],
      [`GET ${DEVICE}`]: [device({ 'device-sip-registration-password': null })],
    });
    expect(await failureOf(admit())).toMatchObject({
      message: 'NetSapiens does not show the SIP password of 100m@acme.example.',
    });
  });

  test('belongs to whoever the platform says, when the log-in does not tell', async () => {
    const me = { user: '100', domain: 'acme.example', 'name-first-name': 'Ada', 'name-last-name': 'Example' };
    const { admit } = await meet({
      'POST /tokens': [{ json: token({ scope: 'Basic User', uid: undefined, user: undefined, domain: undefined }) }],
      'GET /domains/~/users/~': [{ json: me }],
      [`GET ${DEVICE}`]: [device()],
    });
    expect(await admit()).toMatchObject({ softphone: { displayName: 'Ada Example', user: '100' } });
  });
});

describe('who is not let in', () => {
  const refusal = (json: object, status = 401): Reply => ({ status, json });
  test.each([
    ['wrong login', refusal({ error: 'invalid_grant' })],
    ['wrong login', refusal({ code: 401, message: 'Invalid username and password combination' })],
    ['locked', refusal({ code: 403, message: 'Account is locked' }, 403)],
    ['locked', refusal({ code: 401, message: 'This user is disabled' })],
    ['second factor', { json: { mfa: 'mfa_required', mfa_type: 'authenticator', access_token: 'a1' } }],
    ['no secure password', { json: { access_token: '', scope: null, legacy: true, recover: true } }],
    ['scope too low', { json: token({ scope: 'No Portal' }) }],
  ] as const)('%s', async (why, answer) => {
    const { admit } = await meet({ 'POST /tokens': [answer] });
    expect(await admit()).toEqual({ admitted: false, why });
  });

  test.each([
    { status: 401, json: { code: 401, message: 'Invalid Scope [APP001]' } },
    { status: 403, json: { code: 403, message: 'Forbidden' } },
  ])('whoever may not read the own device', async (answer) => {
    const { admit } = await meet({ 'POST /tokens': [admitted], [`GET ${DEVICE}`]: [answer] });
    expect(await admit()).toEqual({ admitted: false, why: 'scope too low' });
  });

  test('a refused OAuth client is the operator’s matter, not the user’s', async () => {
    const { admit } = await meet({ 'POST /tokens': [{ status: 401, json: { error: 'invalid_client' } }] });
    const failure = await failureOf(admit());
    expect(failure).toBeInstanceOf(Refused);
    expect(String(failure)).not.toMatch(/canary/);
  });

  test.each([
    ['fails', { status: 503, json: {} }],
    ['hangs up', 'hang up'],
    ['is silent', 'silence'],
  ] as const)('nobody while the platform %s', async (_, answer) => {
    const { admit, called } = await meet({ 'POST /tokens': [answer] });
    expect(await failureOf(admit())).toBeInstanceOf(Unreachable);
    expect(called()).toEqual(['POST /tokens']);
  });

  test('a firewall’s page is no word about the user', async () => {
    const { admit } = await meet({ 'POST /tokens': [admitted], [`GET ${DEVICE}`]: [{ status: 403, text: '<html>no</html>' }] });
    expect(await failureOf(admit())).toBeInstanceOf(Refused);
  });
});

test('contacts are the user’s own, colleagues and what the domain shares, without the user, each once', async () => {
  const row = (id: string, more: object = {}) => ({
    'unique-id': id,
    'name-first-name': 'Grace',
    'phonenumber-work': 15551230999,
    ...more,
  });
  const { contacts } = await meet({
    'POST /tokens': [admitted],
    'GET /domains/acme.example/users/100/contacts': [{ json: [row('c1'), row('100@acme.example'), { company: 'no id' }] }],
    'GET /domains/acme.example/contacts': [{ json: [row('c1'), row('c2', { 'name-first-name': '', company: 'Globex' })] }],
  });
  expect(await contacts()).toEqual([
    { id: 'c1', name: 'Grace', numbers: [{ kind: 'work', number: '15551230999' }] },
    { id: 'c2', name: 'Globex', numbers: [{ kind: 'work', number: '15551230999' }] },
  ]);
});
