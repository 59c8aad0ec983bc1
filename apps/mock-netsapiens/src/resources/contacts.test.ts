import { expect, test } from 'vitest';
import { officeManager, openPlatform } from '../testing.ts';

const mine = '/domains/~/users/~/contacts';
const shared = '/domains/acme.example/contacts';
const grace = {
  'name-first-name': 'Grace',
  'name-middle-name': '',
  'name-last-name': 'Sample',
  email: 'grace@globex.example',
  company: 'Globex',
  'phonenumber-work': '15551230999',
  'phonenumber-cell': '',
  'phonenumber-fax': '',
  'phonenumber-home': '',
};

const idOf = (body: unknown): string => Object(body)['unique-id'];

test('a contact is there at once, and a change and a removal a moment later', async () => {
  const { as, pass } = await openPlatform();
  const call = await as('100@acme.example');
  const own = '/domains/acme.example/users/100/contacts';
  const made = await call('POST', own, grace);
  expect(made).toMatchObject({ status: 200, body: { ...grace, tags: '', 'created-datetime': '2026-01-31 10:00:00' } });
  const one = `${own}/${idOf(made.body)}`;
  expect((await call('GET', one)).body).toEqual(made.body);
  expect((await call('GET', mine)).body).toEqual([made.body]);
  const change = { ...grace, company: 'Initech', 'created-datetime': '2026-01-31 10:00:00' };
  expect((await call('PUT', one, change)).status).toBe(202);
  pass(300);
  expect((await call('GET', one)).body).toMatchObject({ company: 'Initech' });
  expect((await call('GET', `${own}/count`)).body).toEqual({ total: 1 });
  await call('DELETE', one);
  pass(300);
  expect((await call('GET', one)).status).toBe(404);
});

test('a list can hold the colleagues as well', async () => {
  const { as } = await openPlatform();
  const call = await as('100@acme.example');
  await call('POST', '/domains/acme.example/users/100/contacts', grace);
  const { body } = await call('GET', '/domains/acme.example/users/100/contacts?includeDomain=yes');
  expect(body).toMatchObject([{ 'name-first-name': 'Grace' }, { 'name-first-name': 'Ben' }, {}, {}, {}, {}]);
});

test('what a domain shares is read by everybody in it, and written by its Office Manager at once', async () => {
  const { as } = await openPlatform();
  const manager = await as(officeManager);
  const made = await manager('POST', shared, grace);
  const one = `${shared}/${idOf(made.body)}`;
  const basic = await as('100@acme.example');
  expect((await basic('GET', shared)).body).toEqual([made.body]);
  expect((await basic('GET', one)).body).toEqual([made.body]);
  expect((await basic('PUT', one, grace)).status).toBe(401);
  expect((await basic('GET', mine)).body).toEqual([]);
  expect((await manager('PUT', one, { ...grace, company: 'Initech' })).status).toBe(200);
  expect((await basic('GET', one)).body).toMatchObject([{ company: 'Initech' }]);
  expect((await manager('DELETE', one)).status).toBe(202);
  expect((await (await as('integration-office-manager@globex.example'))('GET', shared)).status).toBe(403);
});

test('a contact of one user is not found under another', async () => {
  const { as } = await openPlatform();
  const call = await as(officeManager);
  const made = await call('POST', '/domains/acme.example/users/100/contacts', grace);
  expect((await call('GET', `/domains/acme.example/users/101/contacts/${idOf(made.body)}`)).status).toBe(404);
  expect((await call('GET', `${shared}/${idOf(made.body)}`)).status).toBe(404);
});
