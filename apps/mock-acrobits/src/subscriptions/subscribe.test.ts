import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDesk } from '../desk.ts';
import { freshState } from '../seed.ts';
import { type Cloud, newDomain, type ProvisionedDomain } from '../state.ts';
import { openHandClock } from '../testing/hand-clock.ts';
import { openRecordingPlatform, type RecordingPlatform } from '../testing/recording-platform.ts';
import { createSubscriber, type Subscriber } from './subscribe.ts';

let platform: RecordingPlatform;
let cloud: Cloud;
let domain: ProvisionedDomain;
let subscriber: Subscriber;

beforeEach(async () => {
  platform = await openRecordingPlatform();
  const desk = openDesk({ fresh: () => freshState({ auto: false, delayMs: 0 }), ...openHandClock() });
  cloud = desk.state.clouds[0] as Cloud;
  cloud.handedOver = { portalUrl: platform.url, clientId: 'acrobits-softphone', clientSecret: 'mock-client-secret' };
  domain = newDomain('acme.example', false);
  domain.officeManager = { name: 'integration-office-manager', password: 'mock-password', since: '2026-02-28T10:00:00.000Z' };
  cloud.domains.push(domain);
  subscriber = createSubscriber({ desk, ownHost: () => 'localhost:4402', pauses: [1, 1] });
});
afterEach(() => platform.close());

async function subscribe(): Promise<ProvisionedDomain['subscriptions']> {
  subscriber.subscribe(cloud, domain);
  await subscriber.settled();
  return domain.subscriptions;
}

test('Acrobits logs in as the Office Manager of the domain and creates the two subscriptions', async () => {
  expect(await subscribe()).toMatchObject({ status: 'created', attempts: 1 });
  const [login, message, session] = platform.calls;
  expect(platform.told).toEqual(['POST tokens', 'POST subscriptions', 'POST subscriptions']);
  expect(login).toMatchObject({
    path: 'tokens',
    body: {
      grant_type: 'password',
      client_id: 'acrobits-softphone',
      client_secret: 'mock-client-secret',
      username: 'integration-office-manager@acme.example',
      password: 'mock-password',
    },
  });
  expect(message).toEqual({
    method: 'POST',
    path: 'subscriptions',
    authorization: 'Bearer token-1',
    body: {
      model: 'message',
      'post-url': expect.stringMatching(
        /^https:\/\/localhost:4402\/netsapiens\/callbacks\/NSACME\/message\?password=[0-9a-f]{24}$/,
      ),
      domain: 'acme.example',
      reseller: 'northwind',
      user: '*',
      'user-scope': 'Office Manager',
      'subscription-geo-support': 'yes',
      'preferred-server': '127.0.0.1',
      'subscription-expires-datetime': '2046-02-28 10:20:30',
    },
  });
  expect(session?.body).toMatchObject({
    model: 'messagesession',
    'post-url': expect.stringContaining('/netsapiens/callbacks/NSACME/message-session?password='),
  });
});

test('a login that names a domain is used as it is', async () => {
  domain.officeManager = { name: 'office@globex.example', password: 'mock-password', since: '2026-02-28T10:00:00.000Z' };
  await subscribe();
  expect(platform.calls[0]?.body.username).toBe('office@globex.example');
});

test('the editable version of a cloudId keeps its star in the address', async () => {
  domain.editable = true;
  await subscribe();
  expect(platform.subscriptions[0]?.['post-url']).toContain('/callbacks/NSACME*/message?');
});

test('subscriptions that are there already are fine', async () => {
  platform.answer('subscriptions', 409, 2);
  expect(await subscribe()).toMatchObject({ status: 'created', detail: 'both were there already' });
});

test('where Acrobits has been before it looks first, and creates only what is missing', async () => {
  await subscribe();
  platform.subscriptions.pop();
  expect(await subscribe()).toMatchObject({ detail: 'both are there', changes: { created: 1, repaired: 0 } });
  expect(platform.told.slice(3)).toEqual(['POST tokens', 'GET subscriptions', 'POST subscriptions']);
});

test('a NetSapiens that stumbles is tried again', async () => {
  platform.answer('tokens', 503, 1);
  platform.answer('subscriptions', 500, 1);
  expect(await subscribe()).toMatchObject({ status: 'created', attempts: 3 });
});

test('after the last try the desk says what was wrong', async () => {
  platform.answer('tokens', 503, 9);
  expect(await subscribe()).toMatchObject({ status: 'failed', attempts: 3, detail: expect.stringContaining('503') });
});

test('a NetSapiens that nobody finds is tried again, and named', async () => {
  await platform.close();
  expect(await subscribe()).toMatchObject({ status: 'failed', attempts: 3, detail: expect.stringContaining('does not answer') });
});

test.each([
  ['a wrong password', 401, { error: 'invalid_grant' }, /refused the login .* with 401/],
  ['no secure password', 200, { access_token: '', scope: null, legacy: true }, /no usable token/],
  ['MFA', 200, { access_token: 'partial', scope: 'mfa_required', mfa_type: 'authenticator' }, /second factor/],
])('%s is told at once and not tried again', async (_what, status, body, words) => {
  platform.answer('tokens', status, 1, body);
  const { status: outcome, attempts, detail } = await subscribe();
  expect({ outcome, attempts }).toEqual({ outcome: 'failed', attempts: 1 });
  expect(detail).toMatch(words);
  expect(detail).not.toContain('mock-password');
});

test('without a filed hand-off the desk says what is missing', async () => {
  cloud.handedOver = undefined;
  expect(await subscribe()).toMatchObject({ status: 'failed', detail: expect.stringContaining('file the hand-off first') });
});

test('two calls for one domain do not run over each other', async () => {
  subscriber.subscribe(cloud, domain);
  subscriber.subscribe(cloud, domain);
  await subscriber.settled();
  expect(platform.told).toEqual([
    'POST tokens',
    'POST subscriptions',
    'POST subscriptions',
    'POST tokens',
    'POST subscriptions',
    'POST subscriptions',
  ]);
});
