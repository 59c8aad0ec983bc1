import { expect, test } from 'vitest';
import { officeManager, openPlatform } from '../testing.ts';

const numbers = '/domains/acme.example/phonenumbers';
const superUser = 'super@system.example';
const reseller = 'reseller@northwind.example';

test('the numbers of acme lead to its users', async () => {
  const { as } = await openPlatform();
  const { body } = await (await as(officeManager))('GET', numbers);
  expect(body).toMatchObject(
    ['100', '101', '102'].map((user, at) => ({
      phonenumber: `1555123010${at}`,
      domain: 'acme.example',
      enabled: 'yes',
      'dial-rule-application': 'to-user',
      'dial-rule-translation-destination-user': user,
    })),
  );
});

test('a number is led to another user, by its path and by the body', async () => {
  const { as, pass } = await openPlatform();
  const call = await as(officeManager);
  const leads = async (): Promise<unknown> =>
    Object((await call('GET', `${numbers}/15551230100`)).body)['dial-rule-translation-destination-user'];
  expect((await call('PUT', `${numbers}/15551230100`, { 'dial-rule-translation-destination-user': '101' })).status).toBe(202);
  pass(300);
  expect(await leads()).toBe('101');
  await call('PUT', numbers, { phonenumber: '15551230100', 'dial-rule-translation-destination-user': '102' });
  pass(300);
  expect(await leads()).toBe('102');
});

test('a new number leads nowhere unless it is told, and nobody else on the platform can have it', async () => {
  const { as, pass } = await openPlatform();
  const call = await as(reseller);
  const free = { phonenumber: '15551230177', 'dial-rule-translation-destination-user': '[*]' };
  expect((await call('POST', '/domains/globex.example/phonenumbers', free)).status).toBe(202);
  pass(300);
  expect((await call('GET', '/domains/globex.example/phonenumbers/15551230177')).body).toMatchObject({
    'dial-rule-application': 'available-number',
    'dial-rule-translation-destination-host': '[*]',
    'dial-rule-translation-source-name': '[*]',
  });
  expect(await call('POST', numbers, free)).toEqual({ status: 409, body: { code: 409, message: 'Phone number already exists' } });
  expect((await call('GET', `${numbers}/15551230177`)).status).toBe(404);
});

test.each([
  [{ 'dial-rule-application': 'to-user', 'dial-rule-translation-destination-user': '999' }, 404],
  [{ 'dial-rule-application': 'to-single-device', 'dial-rule-translation-destination-user': '100x' }, 404],
  [{ 'dial-rule-application': 'to-single-device', 'dial-rule-translation-destination-user': 'sip:100m@acme.example' }, 202],
  [{ 'dial-rule-application': 'to-callqueue', 'dial-rule-translation-destination-user': '700' }, 202],
  [{ 'dial-rule-application': 'available-number', 'dial-rule-translation-destination-user': '[*]' }, 202],
])('leading a number with %j gets %i', async (route, status) => {
  const { as } = await openPlatform();
  expect((await (await as(officeManager))('PUT', `${numbers}/15551230100`, route)).status).toBe(status);
});

test('the platform lists the numbers in reach', async () => {
  const { as, seed, pass } = await openPlatform();
  await seed({ domains: [{ domain: 'hooli.example', reseller: 'southwind' }] });
  const call = await as(superUser);
  await call('POST', '/domains/hooli.example/phonenumbers', {
    phonenumber: '15551230188',
    'dial-rule-translation-destination-user': '[*]',
  });
  pass(300);
  expect((await call('GET', '/phonenumbers')).body).toHaveLength(4);
  expect((await call('GET', '/phonenumbers?start=3&limit=1')).body).toMatchObject([{ phonenumber: '15551230188' }]);
  expect((await (await as(reseller))('GET', '/phonenumbers')).body).toHaveLength(3);
});

test('a number is removed', async () => {
  const { as, pass } = await openPlatform();
  const call = await as(reseller);
  expect((await call('DELETE', `${numbers}/15551230100`)).status).toBe(202);
  pass(300);
  expect((await call('GET', `${numbers}/15551230100`)).status).toBe(404);
});
