import { expect, test } from 'vitest';
import { officeManager, openPlatform } from './testing.ts';

const who = {
  'Basic User': '100@acme.example',
  'Site Manager': 'site@acme.example',
  'Office Manager': officeManager,
  Reseller: 'reseller@northwind.example',
  'Super User': 'super@system.example',
};
type Who = keyof typeof who;

/** A 45.0 platform and everybody's way to call it. */
async function openToAll() {
  const { seed, as } = await openPlatform();
  const users = [{ domain: 'acme.example', user: '200', login: who['Site Manager'], scope: 'Site Manager' }];
  await seed({ users, domains: [{ domain: 'hooli.example', reseller: 'southwind' }], release: '45.0' });
  return { seed, asA: (scope: Who) => as(who[scope]) };
}

const period = 'datetime-start=2026-01-31T00:00:00Z&datetime-end=2026-01-31T23:59:59Z';

/** Lowest scope for which a path of the own domain opens. Whoever stands lower is told so with 401, never with 403. */
const lowest: [string, Who][] = [
  ['/resellers', 'Super User'],
  ['/resellers/count', 'Super User'],
  ['/resellers/northwind', 'Super User'],
  ['/domains', 'Reseller'],
  ['/domains/count', 'Reseller'],
  ['/domains/~', 'Basic User'],
  ['/domains/~/users/~', 'Basic User'],
  ['/domains/~/users/~/contacts', 'Basic User'],
  ['/domains/acme.example', 'Basic User'],
  ['/domains/acme.example/count', 'Basic User'],
  ['/domains/acme.example/users', 'Basic User'],
  ['/domains/acme.example/users/list', 'Basic User'],
  ['/domains/acme.example/devices', 'Office Manager'],
  ['/domains/acme.example/devices/count', 'Office Manager'],
  ['/phones', 'Office Manager'],
  ['/phones/servers', 'Office Manager'],
  ['/domains/acme.example/phones', 'Office Manager'],
  ['/phonenumbers', 'Reseller'],
  ['/domains/acme.example/phonenumbers', 'Office Manager'],
  ['/smsnumbers?dest=*', 'Reseller'],
  ['/domains/acme.example/smsnumbers?dest=*', 'Office Manager'],
  ['/domains/acme.example/contacts', 'Basic User'],
  [`/cdrs?${period}`, 'Reseller'],
  [`/domains/acme.example/cdrs?${period}`, 'Office Manager'],
  ['/domains/acme.example/addresses', 'Basic User'],
  ['/domains/acme.example/addresses/endpoints', 'Office Manager'],
  ['/domains/acme.example/sites', 'Basic User'],
  ['/connections', 'Reseller'],
  ['/domains/acme.example/connections', 'Reseller'],
];

const scopes = Object.keys(who) as Who[];

test.each(lowest)('%s opens from %s on, and below the scope is too low', async (path, scope) => {
  const { asA } = await openToAll();
  for (const [at, asked] of scopes.entries()) {
    const answer = await (await asA(asked))('GET', path);
    const denied = { status: 401, body: { code: 401, message: 'Invalid Scope [APP001]' } };
    if (at < scopes.indexOf(scope)) expect(answer, asked).toEqual(denied);
    else expect(answer.status, asked).toBe(200);
  }
});

const writes: [string, string, unknown, Who][] = [
  ['POST', '/resellers', { reseller: 'eastwind' }, 'Super User'],
  ['POST', '/domains', { domain: 'new.example', reseller: 'northwind' }, 'Reseller'],
  ['PUT', '/domains/acme.example', { description: 'Acme Corporation' }, 'Office Manager'],
  ['DELETE', '/domains/initech.example', undefined, 'Reseller'],
  ['DELETE', '/domains/acme.example/users/102', undefined, 'Office Manager'],
  [
    'POST',
    '/domains/acme.example/phonenumbers',
    { phonenumber: '15551230177', 'dial-rule-translation-destination-user': '[*]' },
    'Reseller',
  ],
  [
    'PUT',
    '/domains/acme.example/phonenumbers/15551230100',
    { 'dial-rule-translation-destination-user': '101' },
    'Office Manager',
  ],
  ['DELETE', '/domains/acme.example/phonenumbers/15551230102', undefined, 'Reseller'],
  ['POST', '/domains/acme.example/sites', { site: 'Main' }, 'Office Manager'],
  ['POST', '/phones', { mac: '0004f2aabbcc', model: 'Example 400', domain: 'acme.example' }, 'Office Manager'],
  ['POST', '/connections', { 'connection-orig-match-pattern': '*@192.0.2.10', domain: 'acme.example' }, 'Reseller'],
];

test.each(writes)('%s %s with %j is for %s and above', async (method, path, body, scope) => {
  const { asA } = await openToAll();
  for (const [at, asked] of scopes.entries()) {
    if (at >= scopes.indexOf(scope)) break;
    expect((await (await asA(asked))(method, path, body)).status, asked).toBe(401);
  }
  expect((await (await asA(scope))(method, path, body)).status).toBe(202);
});

test('a domain of another territory is 403 for its neighbours, and only a Super User hears that one does not exist', async () => {
  const { asA } = await openToAll();
  for (const [scope, path, status] of [
    ['Office Manager', '/domains/globex.example/users', 403],
    ['Reseller', '/domains/hooli.example/users', 403],
    ['Reseller', '/domains/nowhere.example/users', 403],
    ['Super User', '/domains/hooli.example/users', 200],
    ['Super User', '/domains/nowhere.example/users', 404],
  ] as const) {
    expect((await (await asA(scope))('GET', path)).status, `${scope} ${path}`).toBe(status);
  }
});

test('a Basic User reads and changes what is its own, and nothing of a colleague', async () => {
  const { asA } = await openToAll();
  const basic = await asA('Basic User');
  const call = (method: string, path: string, body?: unknown): ReturnType<typeof basic> =>
    basic(method, `/domains/acme.example/users${path}`, body);
  for (const thing of ['devices', 'contacts', 'answerrules', 'addresses', 'smsnumbers', `cdrs?${period}`]) {
    expect((await call('GET', `/100/${thing}`)).status, thing).toBe(200);
    expect((await call('GET', `/101/${thing}`)).status, thing).toBe(404);
  }
  expect((await call('POST', '/100/devices', { device: '100x' })).status).toBe(202);
  expect((await call('POST', '/101/devices', { device: '101x' })).status).toBe(404);
});

test('`*` stands for all domains in reach of a Reseller and a Super User', async () => {
  const { asA } = await openToAll();
  const count = async (scope: Who): Promise<unknown> => (await (await asA(scope))('GET', '/domains/*/phonenumbers')).body;
  expect(await count('Super User')).toMatchObject([{ phonenumber: '15551230100' }, {}, {}]);
  expect(await count('Office Manager')).toMatchObject({ code: 403 });
});
