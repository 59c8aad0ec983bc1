import { expect, test } from 'vitest';
import { officeManager, openPlatform } from '../testing.ts';

/** What Acrobits asks for, from its open-source subscription manager. */
const wanted = {
  model: 'message',
  'post-url': 'https://messaging.example.net/netsapiens/callbacks/NSACME/message?password=invented',
  'subscription-geo-support': 'yes',
  reseller: 'northwind',
  domain: 'acme.example',
  user: '*',
  'user-scope': 'Office Manager',
  'preferred-server': 'portal.example.net',
  'subscription-expires-datetime': '2046-01-31 10:00:00',
};

test('a new subscription is pending without an active server, and a moment later has a bare host as its server', async () => {
  const { as, pass, turn } = await openPlatform();
  const call = await as(officeManager);
  const made = await call('POST', '/subscriptions', wanted);
  expect(made.status).toBe(200);
  expect(made.body).toMatchObject({
    ...wanted,
    id: expect.stringMatching(/^[0-9a-f]{32}$/),
    status: 'pending',
    'current-active-server': '',
    'posts-count': 0,
  });
  const { id } = made.body as { id: string };
  pass(299);
  expect((await call('GET', `/subscriptions/${id}`)).body).toMatchObject({ status: 'pending', 'current-active-server': '' });
  pass(1);
  const started = { id, status: 'pending', 'current-active-server': 'portal.example.net' };
  expect((await call('GET', '/subscriptions')).body).toMatchObject([started]);
  await turn({ subscriptionStarts: 'after a moment' });
  expect((await call('GET', '/subscriptions')).body).toMatchObject([{ ...started, status: 'active' }]);
});

test('the same set of parameters again is 409 without a code, another model is not the same', async () => {
  const { as } = await openPlatform();
  const call = await as(officeManager);
  await call('POST', '/subscriptions', wanted);
  expect(await call('POST', '/subscriptions', wanted)).toEqual({
    status: 409,
    body: { message: 'Subscription ID already Exists or matching set of parameters already exists' },
  });
  expect((await call('POST', '/subscriptions', { ...wanted, model: 'messagesession' })).status).toBe(200);
});

test('nobody sees the subscriptions of a foreign domain, nor changes them', async () => {
  const { as } = await openPlatform();
  const acme = await as(officeManager);
  const globex = await as('integration-office-manager@globex.example');
  const { id } = (await acme('POST', '/subscriptions', wanted)).body as { id: string };
  expect((await globex('GET', '/subscriptions')).body).toEqual([]);
  for (const method of ['GET', 'DELETE']) expect((await globex(method, `/subscriptions/${id}`)).status).toBe(404);
  expect((await globex('PUT', `/subscriptions/${id}`, { 'post-url': 'https://elsewhere.example/' })).status).toBe(404);
  expect((await globex('POST', '/subscriptions', wanted)).status).toBe(403);
  expect((await (await as('super@system.example'))('GET', '/subscriptions')).body).toHaveLength(1);
});

test('a change is accepted, and the filters stay as they were', async () => {
  const { as } = await openPlatform();
  const call = await as(officeManager);
  const { id } = (await call('POST', '/subscriptions', { ...wanted, 'preferred-server': 'https://portal.example.net' })).body as {
    id: string;
  };
  const change = { 'post-url': 'https://new.example.net/', 'preferred-server': 'portal.example.net', domain: 'globex.example' };
  expect(await call('PUT', `/subscriptions/${id}`, change)).toEqual({ status: 202, body: { code: 202, message: 'Accepted' } });
  expect((await call('GET', `/subscriptions/${id}`)).body).toMatchObject({ ...change, domain: 'acme.example' });
});

test.each([[{ subscription_id: 'ignored', domain: 'acme.example' }], [undefined]])(
  'a subscription is deleted with the body %j',
  async (body) => {
    const { as } = await openPlatform();
    const call = await as(officeManager);
    const { id } = (await call('POST', '/subscriptions', wanted)).body as { id: string };
    expect((await call('DELETE', `/subscriptions/${id}`, body)).status).toBe(202);
    expect((await call('GET', '/subscriptions')).body).toEqual([]);
    expect((await call('DELETE', `/subscriptions/${id}`)).status).toBe(404);
  },
);

test('left to the defaults a subscription ends with the token and does not survive a failover', async () => {
  const { as, pass, turn } = await openPlatform();
  const call = await as(officeManager);
  const made = await call('POST', '/subscriptions', { model: 'message', 'post-url': 'https://hooks.example.net/' });
  expect(made.body).toMatchObject({ domain: 'acme.example', user: '*', reseller: 'northwind', 'subscription-geo-support': 'no' });
  expect(made.body).toMatchObject({ 'subscription-expires-datetime': '2026-01-31 11:00:00' });
  pass(3_600_000);
  const again = await as(officeManager);
  const listed = async (): Promise<unknown> => (await again('GET', '/subscriptions')).body;
  expect(await listed()).toMatchObject([{ model: 'message' }]);
  await turn({ expiredSubscriptions: 'gone at once' });
  expect(await listed()).toEqual([]);
  await turn({ expiredSubscriptions: 'listed for an hour' });
  pass(3_599_000);
  expect((await (await as(officeManager))('GET', '/subscriptions')).body).toHaveLength(1);
  pass(1000);
  expect((await (await as(officeManager))('GET', '/subscriptions')).body).toEqual([]);
});

const filters: [string, Record<string, string>, number][] = [
  ['super@system.example', { domain: '*', reseller: '*' }, 200],
  ['reseller@northwind.example', { domain: '*' }, 400],
  ['reseller@northwind.example', { domain: 'globex.example' }, 200],
  [officeManager, { domain: '*' }, 401],
  [officeManager, { domain: '~' }, 200],
  ['100@acme.example', { user: '*' }, 401],
  ['100@acme.example', { user: '100' }, 200],
];

test.each(filters)('%s subscribing with %j gets %i', async (login, filter, status) => {
  const { as } = await openPlatform();
  expect((await (await as(login))('POST', '/subscriptions', { ...wanted, ...filter })).status).toBe(status);
});

const malformed: [string, Record<string, unknown>][] = [
  ['an unknown model', { model: 'messages' }],
  ['a post-url without scheme', { 'post-url': 'hooks.example.net' }],
  ['an expiry that is no date', { 'subscription-expires-datetime': 'in twenty years' }],
  ['a boolean where yes or no belongs', { 'subscription-geo-support': true }],
];

test.each(malformed)('a subscription with %s is 400', async (_, part) => {
  const { as } = await openPlatform();
  expect(await (await as(officeManager))('POST', '/subscriptions', { ...wanted, ...part })).toMatchObject({
    status: 400,
    body: { code: 400 },
  });
});

test('a user below Office Manager sees only its own subscriptions', async () => {
  const { as } = await openPlatform();
  await (await as(officeManager))('POST', '/subscriptions', wanted);
  const call = await as('100@acme.example');
  await call('POST', '/subscriptions', { ...wanted, user: '100' });
  expect((await call('GET', '/subscriptions')).body).toMatchObject([{ user: '100' }]);
});

test('a seed can put subscriptions there, and says what it does not understand', async () => {
  const { as, seed } = await openPlatform();
  await seed({
    subscriptions: ['message', 'messagesession'].map((model) => ({
      domain: 'acme.example',
      model,
      postUrl: `https://hooks.example.net/${model}`,
    })),
  });
  expect((await (await as(officeManager))('GET', '/subscriptions')).body).toMatchObject([
    { status: 'active' },
    { status: 'active' },
  ]);
  const wrong = await seed({ users: [{ domain: 'acme.example', user: '100', scope: 'King' }] });
  expect(wrong.status).toBe(400);
  expect(await wrong.text()).toContain('users[0].scope');
});
