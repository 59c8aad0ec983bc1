import { expect, test } from 'vitest';
import { officeManager, openPlatform } from '../testing.ts';

const users = '/domains/acme.example/users';
const grace = {
  synchronous: 'yes',
  user: '103',
  'name-first-name': 'Grace',
  'name-last-name': 'Example',
  'email-address': 'grace@acme.example',
  'user-scope': 'Basic User',
};

test('a new user has a log-in, and what its domain and the platform give it', async () => {
  const { as } = await openPlatform();
  const call = await as(officeManager);
  expect((await call('POST', users, grace)).body).toMatchObject({
    user: '103',
    domain: 'acme.example',
    email: 'grace@acme.example',
    'login-username': '103@acme.example',
    'time-zone': 'US/Pacific',
    'language-token': 'en_US',
    'dial-plan': 'acme.example',
    'voicemail-enabled': 'yes',
    privacy: 'no',
    'caller-id-number': '[*]',
    'account-status': 'new',
  });
  expect((await call('GET', `${users}/103/devices`)).body).toEqual([]);
});

test('what a create and a change do not know is ignored, and a change keeps what it does not name', async () => {
  const { as, pass } = await openPlatform();
  const call = await as(officeManager);
  expect((await call('POST', users, { ...grace, department: 'Sales', 'portal-password': 'invented' })).status).toBe(200);
  const { user: _, synchronous: __, ...change } = grace;
  await call('PUT', `${users}/103`, { ...change, 'name-last-name': 'Sample' });
  pass(300);
  const { body } = await call('GET', `${users}/103`);
  expect(body).toMatchObject({ 'name-last-name': 'Sample', department: 'Sales' });
  expect(body).not.toHaveProperty('portal-password');
});

test('a user and a log-in name can be taken, the latter on the whole platform', async () => {
  const { as } = await openPlatform();
  const call = await as(officeManager);
  const taken = { status: 409, body: { code: 409, message: 'UID already exists.' } };
  expect(await call('POST', users, { ...grace, user: '100' })).toEqual(taken);
  expect(await call('POST', users, { ...grace, 'login-username': 'Super@system.example' })).toEqual(taken);
  const { user: _, synchronous: __, ...change } = grace;
  expect(await call('PUT', `${users}/100`, { ...change, 'login-username': '101@acme.example' })).toEqual(taken);
  expect((await call('PUT', `${users}/100`, { ...change, 'login-username': '100@acme.example' })).status).toBe(202);
});

test('nobody makes a user that may do more than it does', async () => {
  const { as } = await openPlatform();
  const call = await as(officeManager);
  expect((await call('POST', users, { ...grace, 'user-scope': 'Reseller' })).status).toBe(401);
  expect((await call('POST', users, { ...grace, 'user-scope': 'Office Manager' })).status).toBe(200);
});

test('a new user cannot log in before it has a password, which the API cannot set', async () => {
  const { as, logIn, seed } = await openPlatform();
  await (await as(officeManager))('POST', users, grace);
  expect((await logIn('103@acme.example')).body).not.toMatchObject({ scope: 'Basic User' });
  await seed({ users: [{ domain: 'acme.example', user: '103', password: 'mock-password', securePassword: true }] });
  expect((await logIn('103@acme.example')).body).toMatchObject({ scope: 'Basic User' });
});

test('a site that nobody knew is made, as long as the domain may have more', async () => {
  const { as, pass } = await openPlatform();
  const call = await as(officeManager);
  await call('PUT', '/domains/~', { 'limits-max-sites': 1 });
  pass(300);
  await call('POST', users, { ...grace, site: 'Main' });
  await call('POST', users, { ...grace, user: '104', site: 'Branch' });
  expect((await call('GET', '/domains/~/sites')).body).toMatchObject([{ site: 'Main', 'time-zone': 'US/Pacific' }]);
  expect((await call('GET', `${users}?site=Main`)).body).toMatchObject([{ user: '103' }]);
});

test('with a user go its devices, contacts and rules, and its numbers go on pointing at nobody', async () => {
  const { as, pass } = await openPlatform();
  const call = await as(officeManager);
  await call('DELETE', `${users}/100`);
  pass(300);
  await call('POST', users, { ...grace, user: '100' });
  for (const thing of ['devices', 'contacts', 'answerrules']) {
    expect((await call('GET', `${users}/100/${thing}`)).body, thing).toEqual([]);
  }
  expect((await call('GET', '/domains/~/phonenumbers/15551230100')).body).toMatchObject({
    'dial-rule-translation-destination-user': '100',
  });
});

test('a Site Manager sees the users of its site', async () => {
  const { as, pass, seed } = await openPlatform();
  await seed({ users: [{ domain: 'acme.example', user: '200', login: 'site@acme.example', scope: 'Site Manager' }] });
  const call = await as(officeManager);
  const { user: _, synchronous: __, ...change } = grace;
  for (const user of ['101', '200']) {
    await call('PUT', `${users}/${user}`, {
      ...change,
      site: 'Main',
      'user-scope': user === '200' ? 'Site Manager' : 'Basic User',
    });
  }
  pass(300);
  const manager = await as('site@acme.example');
  expect((await manager('GET', users)).body).toMatchObject([{ user: '101' }, { user: '200' }]);
  expect((await manager('GET', `${users}/100`)).status).toBe(404);
});

test('colleagues know each other by name in 45.0, and `fields` picks members', async () => {
  const { as, seed } = await openPlatform();
  await seed({ release: '45.0' });
  const call = await as('100@acme.example');
  expect((await call('GET', `${users}/list?fields=user,name-first-name`)).body).toContainEqual({
    user: '101',
    'name-first-name': 'Ben',
  });
});

test('switches: the e-mail address under its published name, caller numbers as numbers, no right to write users', async () => {
  const { as, pass, url } = await openPlatform();
  const call = await as(officeManager);
  const { user: _, synchronous: __, ...change } = grace;
  await call('PUT', `${users}/100`, { ...change, 'caller-id-number': '15551230100' });
  pass(300);
  expect((await call('GET', `${users}/100`)).body).toMatchObject({ 'caller-id-number': '15551230100' });
  const turned = { userEmail: 'email-address', callerIdNumbers: 'integer', officeManagerUsers: 'denied' };
  await fetch(`${url}/_mock/switches`, { method: 'POST', body: JSON.stringify(turned) });
  const { body } = await call('GET', `${users}/100`);
  expect(body).toMatchObject({ 'email-address': 'grace@acme.example', 'caller-id-number': 15551230100 });
  expect(body).not.toHaveProperty('email');
  expect(await call('POST', users, grace)).toEqual({ status: 401, body: { code: 401, message: 'Invalid Scope [APP001]' } });
});
