import { expect, test } from 'vitest';
import { officeManager, openPlatform } from '../testing.ts';

const numbers = '/domains/acme.example/smsnumbers';
const reseller = 'reseller@northwind.example';

test('a list wants `dest` or `number`, unless the switch says otherwise', async () => {
  const { as, url } = await openPlatform();
  const call = await as(officeManager);
  expect((await call('GET', numbers)).status).toBe(400);
  expect((await call('GET', `${numbers}?dest=*`)).body).toHaveLength(3);
  expect((await call('GET', `${numbers}?dest=101`)).body).toMatchObject([{ number: '15551230101' }]);
  expect((await call('GET', `${numbers}?number=15551230102`)).body).toMatchObject([{ dest: '102', application: 'user' }]);
  await fetch(`${url}/_mock/switches`, { method: 'POST', body: JSON.stringify({ smsNumbersWithoutFilter: 'all' }) });
  expect((await call('GET', numbers)).body).toHaveLength(3);
});

test('a message number is its user’s, wherever it is led', async () => {
  const { as, pass } = await openPlatform();
  const call = await as(officeManager);
  const count = async (user: string): Promise<unknown> =>
    (await call('GET', `/domains/acme.example/users/${user}/smsnumbers/count`)).body;
  expect(await count('101')).toEqual({ total: 1 });
  expect((await call('PUT', `${numbers}/15551230100`, { application: 'user', dest: '101' })).status).toBe(202);
  pass(300);
  expect(await count('100')).toEqual({ total: 0 });
  expect(await count('101')).toEqual({ total: 2 });
  expect((await call('GET', '/domains/acme.example/users/101/smsnumbers')).body).toHaveLength(2);
  expect((await call('PUT', `${numbers}/15551230100`, { application: 'user', dest: '999' })).status).toBe(404);
});

test('a Reseller adds and removes message numbers, each one once on the platform', async () => {
  const { as, pass } = await openPlatform();
  const call = await as(reseller);
  expect((await call('POST', numbers, { number: '15551230177', application: 'available' })).status).toBe(202);
  pass(300);
  expect(
    (await call('POST', '/domains/globex.example/smsnumbers', { number: '15551230177', application: 'available' })).status,
  ).toBe(409);
  expect((await call('GET', '/smsnumbers?number=15551230177')).body).toMatchObject([{ dest: '', 'mms-capable': true }]);
  await call('DELETE', `${numbers}/15551230177`);
  pass(300);
  expect((await call('GET', '/smsnumbers?number=15551230177')).body).toEqual([]);
});
