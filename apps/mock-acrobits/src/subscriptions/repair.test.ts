import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Desk, openDesk } from '../desk.ts';
import { freshState } from '../seed.ts';
import { type Cloud, newDomain, type ProvisionedDomain } from '../state.ts';
import { openHandClock } from '../testing/hand-clock.ts';
import { openRecordingPlatform, type RecordingPlatform } from '../testing/recording-platform.ts';
import { createSubscriber, type Subscriber } from './subscribe.ts';

let platform: RecordingPlatform;
let desk: Desk;
let subscriber: Subscriber;
beforeEach(async () => {
  platform = await openRecordingPlatform();
  desk = openDesk({ fresh: () => freshState({ auto: false, delayMs: 0 }), ...openHandClock() });
  desk.state.clouds = [];
  subscriber = createSubscriber({ desk, ownHost: () => 'api-us.messaging.example', pauses: [1] });
});
afterEach(() => platform.close());

function addCloud(cloudId: string, domains: readonly string[]): Cloud {
  const cloud: Cloud = {
    cloudId,
    apiKey: 'mock-cloud-api-key',
    handedOver: { portalUrl: platform.url, clientId: 'acrobits-softphone', clientSecret: 'mock-client-secret' },
    domains: domains.map((domain) => ({
      ...newDomain(domain, false),
      officeManager: { name: 'integration-office-manager', password: 'mock-password', since: '2026-02-28T10:00:00.000Z' },
    })),
  };
  desk.state.clouds.push(cloud);
  return cloud;
}

/** After a repair, what it did in a domain. */
async function repair(domain: ProvisionedDomain | undefined): Promise<ProvisionedDomain['subscriptions'] | undefined> {
  await subscriber.repair();
  return domain?.subscriptions;
}

test('across all clouds no more than three subscriptions are created in a second', async () => {
  addCloud('NSACME', ['acme.example', 'globex.example', 'initech.example']);
  addCloud('NSNORTH', ['northwind.example', 'hooli.example']);
  const began = desk.now().getTime();
  await subscriber.repair();
  expect(platform.subscriptions).toHaveLength(10);
  // Three, three, three and one; how the stretch slides is told in throttle.test.ts.
  expect(desk.now().getTime() - began).toBe(3000);
});

test('what is missing is created, what is broken is written again, and a second repair finds nothing to do', async () => {
  const [domain] = addCloud('NSACME', ['acme.example']).domains;
  await subscriber.repair();
  platform.subscriptions.shift();
  const [session] = platform.subscriptions;
  if (session) session['current-active-server'] = 'https://core1.example.net';
  expect(await repair(domain)).toMatchObject({
    status: 'created',
    detail: 'both are there, 1 repaired',
    changes: { created: 1, repaired: 1, removed: 0 },
  });
  expect(session).toMatchObject({ 'current-active-server': '127.0.0.1', 'preferred-server': '127.0.0.1' });
  expect(await repair(domain)).toMatchObject({ changes: { created: 0, repaired: 0, removed: 0 } });
});

test('a domain that moves to the editable version has its post-urls rewritten', async () => {
  const [domain] = addCloud('NSACME', ['acme.example']).domains;
  await subscriber.repair();
  if (domain) domain.editable = true;
  expect(await repair(domain)).toMatchObject({ changes: { created: 0, repaired: 2 } });
  expect(platform.subscriptions.map((one) => new URL(String(one['post-url'])).pathname)).toEqual([
    '/netsapiens/callbacks/NSACME*/message',
    '/netsapiens/callbacks/NSACME*/message-session',
  ]);
});

test('a domain that is left out loses its subscriptions, and those of others stay', async () => {
  const [domain] = addCloud('NSACME', ['acme.example', 'globex.example']).domains;
  await subscriber.repair();
  platform.subscriptions.push({ id: 'foreign', domain: 'acme.example', model: 'message', 'post-url': 'https://hooks.example/' });
  if (domain) domain.excluded = true;
  expect(await repair(domain)).toMatchObject({ status: 'removed', changes: { created: 0, removed: 2 } });
  expect(platform.subscriptions.map((one) => one.domain)).toEqual(['globex.example', 'globex.example', 'acme.example']);
});

test('a token that expires in the middle is renewed, five times and no more', async () => {
  const [domain] = addCloud('NSACME', ['acme.example']).domains;
  const expired = { code: 401, message: 'The access token provided has expired.' };
  platform.answer('subscriptions', 401, 5, expired);
  expect(await repair(domain)).toMatchObject({ status: 'created' });
  expect(platform.calls.at(-1)?.authorization).toBe('Bearer token-6');
  platform.answer('subscriptions', 401, 6, expired);
  expect(await repair(domain)).toMatchObject({ status: 'created', attempts: 2 });
});

test('any other 401 ends the run, and the next one logs in anew', async () => {
  const [domain] = addCloud('NSACME', ['acme.example']).domains;
  platform.answer('subscriptions', 401, 1, { code: 401, message: 'Invalid Scope [APP001]' });
  expect(await repair(domain)).toMatchObject({ status: 'created', attempts: 2 });
  expect(platform.told.slice(0, 3)).toEqual(['POST tokens', 'GET subscriptions', 'POST tokens']);
});

test('lists are read to their end, even where the platform ignores the start', async () => {
  const [domain] = addCloud('NSACME', ['acme.example']).domains;
  await subscriber.repair();
  const others = Array.from({ length: 700 }, (_, at) => ({
    id: `other-${at}`,
    domain: 'globex.example',
    model: 'cdr',
    'post-url': 'https://hooks.example/',
  }));
  platform.subscriptions.unshift(...others);
  expect(await repair(domain)).toMatchObject({ changes: { created: 0 } });
  platform.answer('subscriptions', 200, 2, others.slice(0, 500));
  // What it cannot see it creates, and hears that it is there.
  expect(await repair(domain)).toMatchObject({ status: 'created', changes: { created: 0 } });
  const read = ['GET subscriptions', 'GET subscriptions'];
  expect(platform.told.slice(-5)).toEqual(['POST tokens', ...read, 'POST subscriptions', 'POST subscriptions']);
});

test('a password that was changed in NetSapiens fails the repair until Acrobits is told the new one', async () => {
  const [domain] = addCloud('NSACME', ['acme.example']).domains;
  await subscriber.repair();
  platform.password = 'mock-password-2';
  platform.subscriptions.length = 0;
  expect(await repair(domain)).toMatchObject({
    status: 'failed',
    detail: 'NetSapiens refused the login of integration-office-manager@acme.example with 400',
  });
  if (domain)
    domain.officeManager = { name: 'integration-office-manager', password: 'mock-password-2', since: '2026-03-01T00:00:00.000Z' };
  expect(await repair(domain)).toMatchObject({ status: 'created', changes: { created: 2 } });
});

test('a domain whose Office Manager nobody has told is passed over', async () => {
  const cloud = addCloud('NSACME', []);
  cloud.domains.push(newDomain('globex.example', false));
  await subscriber.repair();
  expect(platform.calls).toEqual([]);
});
