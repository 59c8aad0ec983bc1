import { expect, test } from 'vitest';
import { officeManager, openPlatform } from '../testing.ts';
import { hasAddress, wrongAddress } from './keys.ts';
import { keys } from './seed.ts';

const mayNot = 'API key creation only allowed using an API key with permission to create new API keys';
const wanted = { description: 'Messaging of Acme', reseller: 'northwind', domain: 'acme.example' };

test('the seeded keys look like real ones and can be taken for none', () => {
  for (const { key } of Object.values(keys)) expect(key).toMatch(/^ns[srdu]_[a-z]{48}[0-9a-f]{8}$/);
});

const reach: [keyof typeof keys, string, number][] = [
  ['system', '/resellers', 200],
  ['system', '/domains/globex.example', 200],
  ['system', '/domains/~', 404],
  ['system', '/domains/~/users/~', 404],
  ['reseller', '/resellers', 401],
  ['reseller', '/domains', 200],
  ['reseller', '/domains/~', 404],
  ['domain', '/domains', 401],
  ['domain', '/domains/~', 200],
  ['domain', '/domains/~/users', 200],
  ['domain', '/domains/~/users/~', 404],
  ['domain', '/domains/globex.example', 403],
  ['user', '/domains/~/users/~', 200],
  ['user', '/domains/~/users/101', 404],
];

test.each(reach)('the %s key reading %s gets %i', async (name, path, status) => {
  const platform = await openPlatform();
  expect((await platform.with(keys[name].key)('GET', path)).status).toBe(status);
});

test.each(['404', '400', '403'])('what ~ of nobody gets can be %s', async (tildeOfNobody) => {
  const platform = await openPlatform();
  await platform.turn({ tildeOfNobody });
  expect((await platform.with(keys.system.key)('GET', '/domains/~')).status).toBe(Number(tildeOfNobody));
});

test('a key reads itself, without its secret and with its last use to the hour', async () => {
  const platform = await openPlatform();
  platform.pass(1_234_567);
  const { status, body } = await platform.with(keys.messages.key)('GET', '/apikeys/~');
  expect([status, body]).toEqual([
    200,
    {
      'key-id': 'nsd_messages',
      description: 'Messages and events of Acme',
      reseller: 'northwind',
      domain: 'acme.example',
      'user-scope': 'Office Manager',
      'ip-address': '',
      readonly: 'no',
      'can-create-keys': 'no',
      'allowed-models': 'message,messagesession,event',
      'created-datetime': '2026-01-31T00:00:00+00:00',
      'lastused-datetime': '2026-01-31T10:00:00+00:00',
    },
  ]);
});

test('a read-only key reads, and gets 403 for any write', async () => {
  const platform = await openPlatform();
  const ask = platform.with(keys.readonly.key);
  expect((await ask('GET', '/domains/~/users/100')).status).toBe(200);
  const subscription = { model: 'message', 'post-url': 'https://hooks.example.net/' };
  expect(await ask('POST', '/subscriptions', subscription)).toMatchObject({ status: 403, body: { code: 403 } });
});

test('a key opens its models and nothing else', async () => {
  const platform = await openPlatform();
  const ask = platform.with(keys.messages.key);
  expect((await ask('GET', '/subscriptions')).status).toBe(200);
  expect((await ask('GET', '/domains/~/users/100/messagesessions')).status).toBe(200);
  expect((await ask('GET', '/domains/~/users/100')).status).toBe(403);
  await platform.turn({ keyOutsideItsModels: '401' });
  expect(await ask('GET', '/domains/~/users/100')).toMatchObject({ status: 401, body: { message: 'Invalid Scope [APP001]' } });
});

test('a key works from the addresses on its list', async () => {
  const platform = await openPlatform();
  const ask = platform.with(keys.elsewhere.key);
  expect(await ask('GET', '/domains/~')).toMatchObject({ status: 403, body: { code: 403 } });
  await platform.turn({ keyFromElsewhere: '401' });
  expect((await ask('GET', '/domains/~')).status).toBe(401);
  const made = await platform.with(keys.system.key)('POST', '/apikeys', { ...wanted, 'ip-address': '192.0.2.1, 127.0.0.0/8' });
  expect((await platform.with(Object(made.body).key)('GET', '/domains/~')).status).toBe(200);
});

test.each([
  ['192.0.2.10', true],
  ['192.0.2.11', false],
  ['198.51.100.77', true],
  ['2001:db8::1', true],
  ['2001:db9::1', false],
  ['', false],
])('of the list with two ranges, %s being on it is %s', (address, expected) => {
  expect(hasAddress(keys.elsewhere.addresses, address)).toBe(expected);
});

test.each(['192.0.2.300', '192.0.2.0/33', '192.0.2.0/24/8', '192.0.2.0/', 'portal.example.net', '2001:db8::/129'])(
  '%s is neither an address nor a range',
  (entry) => {
    expect(wrongAddress(`192.0.2.1,${entry}`)).toBe(entry);
  },
);

test('a key is made by a key that may, and its secret is shown once', async () => {
  const platform = await openPlatform();
  const ask = platform.with(keys.system.key);
  const made = await ask('POST', '/apikeys', { ...wanted, 'allowed-models': ['domain', 'event'] });
  expect(made).toMatchObject({
    status: 200,
    body: { ...wanted, 'allowed-models': 'domain,event', 'user-scope': 'Office Manager' },
  });
  const { key, 'key-id': id, notes } = made.body as Record<string, string>;
  expect([key?.length, key?.slice(0, 12), notes]).toEqual([60, id, expect.any(String)]);
  expect((await platform.with(String(key))('GET', '/domains/~')).status).toBe(200);

  const listed = await ask('GET', '/apikeys');
  expect(listed.body).toMatchObject([{ 'key-id': id }]);
  expect((await ask('GET', `/apikeys/${id}`)).body).toEqual(listed.body);
  const shown = JSON.stringify(listed.body) + (await (await fetch(`${platform.url}/_mock/state`)).text());
  expect(shown).toContain(String(id));
  expect(shown).not.toContain(String(key));
});

test.each([
  [{ reseller: '*', domain: '*' }, 'nss_'],
  [{ reseller: 'northwind', domain: '*' }, 'nsr_'],
  [{}, 'nsd_'],
  [{ user: '100' }, 'nsu_'],
])('a key for %j begins with %s', async (more, prefix) => {
  const platform = await openPlatform();
  const made = await platform.with(keys.system.key)('POST', '/apikeys', { ...wanted, ...more });
  expect(Object(made.body)['key-id'].slice(0, 4)).toBe(prefix);
});

test.each([
  ['another key', keys.domain.key],
  ['the Office Manager', undefined],
])('%s makes no keys', async (_, key) => {
  const platform = await openPlatform();
  const ask = key === undefined ? await platform.as(officeManager) : platform.with(key);
  expect(await ask('POST', '/apikeys', wanted)).toEqual({ status: 403, body: { code: 403, message: mayNot } });
  expect((await ask('GET', '/apikeys')).body).toEqual([]);
});

const refused: [string, object, number][] = [
  ['for a domain that does not exist', { domain: 'nowhere.example' }, 404],
  ['for a domain of another reseller', { reseller: 'southwind' }, 404],
  ['for a user that does not exist', { user: '999' }, 404],
  ['with a scope above its prefix', { 'user-scope': 'Super User' }, 403],
  ['with a short description', { description: 'short' }, 400],
  ['with an address that is none', { 'ip-address': 'here' }, 400],
  ['of scope No Portal', { 'user-scope': 'No Portal' }, 400],
];

test.each(refused)('a key %s is refused', async (_, more, status) => {
  const platform = await openPlatform();
  const answer = await platform.with(keys.system.key)('POST', '/apikeys', { ...wanted, ...more });
  expect(answer).toMatchObject({ status, body: { code: status } });
});

test('a key that makes keys passes on no more than it has', async () => {
  const platform = await openPlatform();
  const maker = await platform.with(keys.system.key)('POST', '/apikeys', { ...wanted, 'can-create-keys': 'yes' });
  const ask = platform.with(Object(maker.body).key);
  expect((await ask('POST', '/apikeys', wanted)).status).toBe(200);
  expect((await ask('POST', '/apikeys', { ...wanted, domain: 'globex.example' })).status).toBe(403);
  expect((await ask('POST', '/apikeys', { ...wanted, reseller: '*', domain: '*' })).status).toBe(403);
});

test('description and addresses of a key change, its models do not', async () => {
  const platform = await openPlatform();
  const ask = platform.with(keys.system.key);
  const id = Object((await ask('POST', '/apikeys', wanted)).body)['key-id'];
  const change = { description: 'Messaging, again', 'ip-address': '192.0.2.10', 'allowed-models': 'cdr' };
  expect((await ask('PUT', `/apikeys/${id}`, change)).status).toBe(202);
  expect((await ask('GET', `/apikeys/${id}`)).body).toMatchObject([{ ...change, 'allowed-models': '*' }]);
  expect((await ask('PUT', `/apikeys/${id}`, { ...change, 'ip-address': 'here' })).status).toBe(400);
  expect((await ask('PUT', '/apikeys/nsd_invented', change)).status).toBe(404);
});

test('a deleted key opens nothing, at once', async () => {
  const platform = await openPlatform();
  const ask = platform.with(keys.system.key);
  const { key, 'key-id': id } = (await ask('POST', '/apikeys', wanted)).body as Record<string, string>;
  expect((await ask('DELETE', `/apikeys/${id}`)).status).toBe(202);
  const after = await platform.with(String(key))('GET', '/domains/~');
  expect(after.status).toBe(401);
  expect(JSON.stringify(after.body)).not.toContain('expired');
  expect((await ask('DELETE', `/apikeys/${id}`)).status).toBe(404);
});

test('a subscription that is made with a key lasts twenty years', async () => {
  const platform = await openPlatform();
  const body = { model: 'message', 'post-url': 'https://hooks.example.net/' };
  const made = await platform.with(keys.domain.key)('POST', '/subscriptions', body);
  expect(made).toMatchObject({ status: 200, body: { domain: 'acme.example', user: '*' } });
  expect(Object(made.body)['subscription-expires-datetime']).toMatch(/^2046-01-31/);
});
