import { expect, test } from 'vitest';
import { officeManager, openPlatform } from '../testing.ts';

const superUser = 'super@system.example';
const reseller = 'reseller@northwind.example';
const umbrella = { synchronous: 'yes', domain: 'umbrella.example', reseller: '~', description: 'Umbrella' };

test('a Reseller makes a domain in its territory, with the defaults of the platform', async () => {
  const { as } = await openPlatform();
  const call = await as(reseller);
  expect(await call('POST', '/domains', umbrella)).toMatchObject({
    status: 200,
    body: {
      domain: 'umbrella.example',
      reseller: 'northwind',
      description: 'Umbrella',
      'domain-type': 'Standard',
      'dial-plan': 'umbrella.example',
      'language-token': 'en_US',
      'limits-max-users': 0,
    },
  });
  expect((await call('GET', '/domains/count')).body).toEqual({ total: 4 });
  expect((await call('GET', '/domains/umbrella.example/count')).body).toEqual({ total: 1 });
});

test('a domain that exists is 409, a territory of somebody else 403, a reseller that nobody knows 404', async () => {
  const { as } = await openPlatform();
  const call = await as(reseller);
  expect((await call('POST', '/domains', { ...umbrella, domain: 'acme.example' })).status).toBe(409);
  expect((await call('POST', '/domains', { ...umbrella, reseller: 'southwind' })).status).toBe(403);
  expect((await (await as(superUser))('POST', '/domains', { ...umbrella, reseller: 'nowhere' })).status).toBe(404);
});

test('whether a domain exists is told with an `error`, unlike everything else', async () => {
  const { as } = await openPlatform();
  const call = await as(superUser);
  expect(await call('GET', '/domains/nowhere.example/count')).toEqual({
    status: 404,
    body: { error: 'Domain nowhere.example does not exist' },
  });
});

test('an Office Manager changes its domain, and not whose it is', async () => {
  const { as, pass, seed } = await openPlatform();
  await seed({ domains: [{ domain: 'hooli.example', reseller: 'southwind' }] });
  const call = await as(officeManager);
  expect((await call('PUT', '/domains/~', { 'time-zone': 'US/Eastern' })).status).toBe(202);
  expect((await call('PUT', '/domains/~', { reseller: 'southwind' })).status).toBe(401);
  pass(300);
  expect((await call('GET', '/domains/~')).body).toMatchObject({ 'time-zone': 'US/Eastern', reseller: 'northwind' });
});

test('a domain that is moved to another territory leaves the reach of its Reseller', async () => {
  const { as, pass, seed } = await openPlatform();
  await seed({ domains: [{ domain: 'hooli.example', reseller: 'southwind' }] });
  expect((await (await as(superUser))('PUT', '/domains/globex.example', { reseller: 'southwind' })).status).toBe(202);
  const call = await as(reseller);
  expect((await call('GET', '/domains/globex.example')).status).toBe(200);
  pass(300);
  expect((await call('GET', '/domains/globex.example')).status).toBe(403);
  expect((await call('GET', '/domains')).body).toMatchObject([{ domain: 'acme.example' }, { domain: 'initech.example' }]);
  expect((await (await as(superUser))('GET', '/resellers/southwind')).body).toMatchObject({
    'domains-total': 2,
    'users-total': 4,
  });
});

test('with a domain goes what is in it, and its numbers are free again', async () => {
  const { as, pass } = await openPlatform();
  const call = await as(superUser);
  expect((await call('DELETE', '/domains/acme.example')).status).toBe(202);
  pass(300);
  expect((await call('GET', '/domains/acme.example')).status).toBe(404);
  expect((await call('GET', '/phonenumbers')).body).toEqual([]);
  const number = { phonenumber: '15551230100', 'dial-rule-translation-destination-user': '100' };
  expect((await call('POST', '/domains/globex.example/phonenumbers', number)).status).toBe(202);
  await call('POST', '/domains', { ...umbrella, domain: 'acme.example', reseller: 'northwind' });
  for (const thing of ['users', 'sites', 'contacts', 'phones', 'addresses', 'connections']) {
    expect((await call('GET', `/domains/acme.example/${thing}`)).body, thing).toEqual([]);
  }
});

test('who logged in to a domain that is deleted is nobody any more', async () => {
  const { as, pass } = await openPlatform();
  const call = await as(officeManager);
  await (await as(reseller))('DELETE', '/domains/acme.example');
  pass(300);
  expect((await call('GET', '/domains/~')).status).toBe(401);
});
