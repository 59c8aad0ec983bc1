import { expect, test } from 'vitest';
import { officeManager, openPlatform } from '../testing.ts';

const ofDomain = '/domains/acme.example/addresses';
const ofUser = '/domains/acme.example/users/100/addresses';
const office = {
  'emergency-address-id': 'a-0a1b2c3d',
  'address-name': 'Office',
  'caller-name': 'Acme',
  'address-line-1': '1 Example Street',
  'address-city': 'Example City',
  'address-state-province-abbreviation': 'CA',
  'address-postal-code': '90001',
  'address-country-abbreviation': 'US',
  'address-formatted-pidflo': '',
};

test('an address is answered at once with the names of v1, and read with those of v2', async () => {
  const { as } = await openPlatform();
  const call = await as(officeManager);
  expect(await call('POST', ofDomain, office)).toMatchObject({
    status: 200,
    body: { address_id: 'a-0a1b2c3d', domain: 'acme.example', user: 'domain', city: 'Example City', zip: '90001' },
  });
  expect((await call('GET', ofDomain)).body).toMatchObject([{ ...office, user: 'domain' }]);
  expect((await call('GET', `${ofDomain}/count`)).body).toEqual({ total: 1 });
  expect(await call('POST', ofDomain, office)).toEqual({ status: 409, body: { code: 409, message: 'Conflicting address_id' } });
});

test('a user has addresses beside those of its domain', async () => {
  const { as, pass } = await openPlatform();
  await (await as(officeManager))('POST', ofDomain, office);
  const call = await as('100@acme.example');
  expect((await call('POST', ofUser, { ...office, 'emergency-address-id': 'a-home' })).body).toMatchObject({ user: '100' });
  expect((await call('GET', ofUser)).body).toHaveLength(2);
  expect((await call('GET', `${ofUser}?show_only_personal=yes`)).body).toMatchObject([{ 'emergency-address-id': 'a-home' }]);
  const { 'emergency-address-id': _, ...change } = office;
  expect((await call('PUT', `${ofUser}/a-home`, { ...change, 'address-name': 'Home' })).status).toBe(202);
  pass(300);
  expect((await call('GET', `${ofUser}/a-home`)).body).toMatchObject({ 'address-name': 'Home' });
  expect((await call('DELETE', `${ofUser}/a-0a1b2c3d`)).status).toBe(404);
  await call('DELETE', `${ofUser}/a-home`);
  pass(300);
  expect((await call('GET', `${ofUser}/a-home`)).status).toBe(404);
});

test('an address of a domain is changed and removed by its Office Manager', async () => {
  const { as, pass } = await openPlatform();
  const call = await as(officeManager);
  await call('POST', ofDomain, office);
  const { 'emergency-address-id': _, ...change } = office;
  await call('PUT', `${ofDomain}/a-0a1b2c3d`, { ...change, 'address-city': 'Sample Town' });
  pass(300);
  expect((await call('GET', ofDomain)).body).toMatchObject([{ 'address-city': 'Sample Town' }]);
  await call('DELETE', `${ofDomain}/a-0a1b2c3d`);
  pass(300);
  expect((await call('GET', ofDomain)).body).toEqual([]);
});

test('a check keeps nothing', async () => {
  const { as } = await openPlatform();
  const call = await as(officeManager);
  const { 'emergency-address-id': _, 'address-formatted-pidflo': __, ...asked } = office;
  const checked = await call('POST', `${ofDomain}/validate`, { ...asked, 'address-location-description': 'Reception' });
  expect(checked).toMatchObject({
    status: 200,
    body: { 'emergency-address-id': expect.stringMatching(/^a-/), carrier: 'example' },
  });
  expect((await call('GET', ofDomain)).body).toEqual([]);
});

test('a number is given an address, another one, and none', async () => {
  const { as, pass } = await openPlatform();
  const call = await as(officeManager);
  const endpoints = `${ofDomain}/endpoints`;
  const endpoint = { 'address-name': 'Office', 'caller-name': 'Acme' };
  expect((await call('POST', endpoints, endpoint)).status).toBe(400);
  expect((await call('POST', endpoints, { ...endpoint, 'address-callback-number': 15551230100 })).status).toBe(202);
  pass(300);
  expect((await call('PUT', `${endpoints}/15551230100`, { ...endpoint, 'address-name': 'Warehouse' })).status).toBe(202);
  pass(300);
  expect((await call('GET', endpoints)).body).toMatchObject([{ 'address-name': 'Warehouse', 'caller-name': 'Acme' }]);
  expect((await call('DELETE', `${endpoints}/15551230101`, { carrier: 'example' })).status).toBe(404);
  await call('DELETE', `${endpoints}/15551230100`, { carrier: 'example' });
  pass(300);
  expect((await call('GET', endpoints)).body).toEqual([]);
});
