import { expect, test } from 'vitest';
import { callWith, officeManager, openPlatform } from './testing.ts';

const basicUser = '100@acme.example';
const reseller = 'reseller@northwind.example';
const superUser = 'super@system.example';
const scopeTooLow = { code: 401, message: 'Invalid Scope [APP001]' };

/** Who gets which status where. From the access matrix that integrators and operators describe. */
const matrix: [string, string, number][] = [
  [basicUser, '/domains/~', 200],
  [basicUser, '/domains/~/users/~', 200],
  [basicUser, '/domains', 401],
  [basicUser, '/domains/acme.example/users', 200],
  [basicUser, '/domains/globex.example/users', 403],
  [basicUser, '/domains/acme.example/users/101', 404],
  [officeManager, '/domains', 401],
  [officeManager, '/domains/count', 401],
  [officeManager, '/domains/acme.example', 200],
  [officeManager, '/domains/globex.example', 403],
  [officeManager, '/domains/nowhere.example', 403],
  [officeManager, '/domains/~/users/101', 200],
  [officeManager, '/domains/*/users', 403],
  [reseller, '/domains', 200],
  [reseller, '/domains/globex.example', 200],
  [reseller, '/domains/hooli.example', 403],
  [superUser, '/domains', 200],
  [superUser, '/domains/hooli.example', 200],
  [superUser, '/domains/nowhere.example', 404],
  [superUser, '/domains/~/users/~', 200],
];

test.each(matrix)('%s reading %s gets %i', async (login, path, status) => {
  const { as, seed } = await openPlatform();
  await seed({ domains: [{ domain: 'hooli.example', reseller: 'southwind' }] });
  expect((await (await as(login))('GET', path)).status).toBe(status);
});

test('an Office Manager that lists domains reads that its scope is too low', async () => {
  const { as } = await openPlatform();
  expect((await (await as(officeManager))('GET', '/domains')).body).toEqual(scopeTooLow);
});

test('a Reseller lists its own territory, a Super User everything', async () => {
  const { as, seed } = await openPlatform();
  await seed({ domains: [{ domain: 'hooli.example', reseller: 'southwind' }] });
  const names = async (login: string): Promise<string[]> =>
    ((await (await as(login))('GET', '/domains')).body as { domain: string }[]).map(({ domain }) => domain);
  expect(await names(reseller)).toEqual(['acme.example', 'globex.example', 'initech.example']);
  expect(await names(superUser)).toEqual(['acme.example', 'globex.example', 'initech.example', 'hooli.example']);
});

test('a list without a limit stops at a hundred, and pages start at a zero-based offset', async () => {
  const { as, seed } = await openPlatform();
  await seed({ domains: Array.from({ length: 150 }, (_, at) => ({ domain: `d${at}.example` })) });
  const call = await as(superUser);
  const rows = async (query: string): Promise<unknown[]> => (await call('GET', `/domains${query}`)).body as unknown[];
  expect(await rows('')).toHaveLength(100);
  expect(await rows('?start=100')).toHaveLength(53);
  expect(await rows('?start=0&limit=1000')).toHaveLength(153);
  expect((await call('GET', '/domains/count')).body).toEqual({ total: 153 });
});

test.each(['limit=0', 'limit=1001', 'start=-1', 'limit=ten'])('a list with %s is 400', async (query) => {
  const { as } = await openPlatform();
  expect(await (await as(superUser))('GET', `/domains?${query}`)).toMatchObject({ status: 400, body: { code: 400 } });
});

test('users are read with `email`, as on live platforms', async () => {
  const { as } = await openPlatform();
  expect((await (await as(officeManager))('GET', '/domains/~/users/100')).body).toMatchObject({
    user: '100',
    email: 'ada@acme.example',
  });
});

test('a Basic User sees only itself', async () => {
  const { as } = await openPlatform();
  const call = await as(basicUser);
  expect((await call('GET', '/domains/~/users')).body).toMatchObject([{ user: '100' }]);
  expect((await call('GET', '/domains/~/users/count')).body).toEqual({ total: 1 });
});

const unrouted: [string, string][] = [
  ['GET', '/nothing'],
  ['PATCH', '/domains/acme.example'],
  ['GET', '/domains/acme.example/subscriptions'],
  ['GET', '/'],
];

test.each(unrouted)('%s %s has no route', async (method, path) => {
  const { as } = await openPlatform();
  expect(await (await as(superUser))(method, path)).toEqual({ status: 404, body: { code: 404, message: 'No Route Found [92]' } });
});

test.each(['/domains/..%2f..%2fetc', '/domains/a%20b', `/domains/${'a'.repeat(65)}`, `/domains/~/users/${'1'.repeat(17)}`])(
  'the path %s is 400',
  async (path) => {
    const { as } = await openPlatform();
    expect(await (await as(superUser))('GET', path)).toMatchObject({ status: 400, body: { code: 400 } });
  },
);

test('without a token, and with one that nobody issued, the answer is 401 and does not speak of expiry', async () => {
  const { api } = await openPlatform();
  const none = await fetch(`${api}/domains/~`);
  expect(none.status).toBe(401);
  expect(await none.text()).not.toContain('expired');
  const strange = await callWith('ffff', 'GET', `${api}/domains/~`);
  expect(strange.status).toBe(401);
  expect(JSON.stringify(strange.body)).not.toContain('expired');
});

test('the version is told to anybody', async () => {
  const { api } = await openPlatform();
  expect(await (await fetch(`${api}/version`)).json()).toEqual({
    apiversion: '44.4.10',
    hostname: 'core1.example.net',
    'current-time': '2026-01-31 10:00:00',
  });
});

test('outside the API a platform answers pages', async () => {
  const { url } = await openPlatform();
  for (const [path, status] of [
    ['/', 200],
    ['/portal', 404],
  ] as const) {
    const answer = await fetch(url + path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'text/html; charset=utf-8']);
  }
});
