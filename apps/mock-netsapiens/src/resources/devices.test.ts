import { expect, test } from 'vitest';
import { officeManager, openPlatform } from '../testing.ts';

const devices = '/domains/acme.example/users/100/devices';

test('a new device has a SIP address, the published defaults and a password of 16 characters', async () => {
  const { as } = await openPlatform();
  const call = await as(officeManager);
  const made = await call('POST', devices, { synchronous: 'yes', device: '100t' });
  expect(made.status).toBe(200);
  expect(made.body).toMatchObject({
    device: '100t',
    user: '100',
    domain: 'acme.example',
    'device-sip-registration-uri': 'sip:100t@acme.example',
    'device-sip-registration-password': expect.stringMatching(/^[\w-]{16}$/),
    'device-sip-registration-state': 'unregistered',
    'device-sip-registration-expiry-seconds': 60,
    'device-push-enabled': 'yes',
    'device-srtp-enabled': 'no',
    'device-sip-nat-traversal-enabled': 'automatic',
    'login-username': '100@acme.example',
    'name-full-name': 'Ada Example',
  });
  expect((await call('GET', `${devices}/100t`)).body).toEqual(made.body);
});

test('a password that is given is kept, and changed in place', async () => {
  const { as, pass } = await openPlatform();
  const call = await as(officeManager);
  const password = async (): Promise<unknown> =>
    Object((await call('GET', `${devices}/100m`)).body)['device-sip-registration-password'];
  expect(await password()).toBe('sip-100m-acme.example');
  expect((await call('PUT', `${devices}/100m`, { 'device-sip-registration-password': 'another-invented-one' })).status).toBe(202);
  pass(300);
  expect(await password()).toBe('another-invented-one');
});

test('a device needs its user, and its name is one in the domain', async () => {
  const { as } = await openPlatform();
  const call = await as(officeManager);
  expect(await call('POST', '/domains/acme.example/users/999/devices', { device: '999' })).toEqual({
    status: 404,
    body: { code: 404, message: 'User 999 does not exist in domain acme.example' },
  });
  expect((await call('POST', '/domains/acme.example/users/101/devices', { device: '100m' })).status).toBe(409);
  expect((await call('GET', '/domains/acme.example/users/101/devices/100m')).status).toBe(404);
});

test('devices are listed, counted and removed, of a user and in 45.0 of a domain', async () => {
  const { as, seed, pass } = await openPlatform();
  await seed({ release: '45.0' });
  const call = await as(officeManager);
  expect((await call('GET', devices)).body).toMatchObject([{ device: '100' }, { device: '100m' }]);
  expect((await call('GET', `${devices}/count`)).body).toEqual({ total: 2 });
  expect((await call('GET', '/domains/~/devices')).body).toHaveLength(6);
  expect((await call('DELETE', `${devices}/100m`)).status).toBe(202);
  pass(300);
  expect((await call('GET', '/domains/~/devices/count')).body).toEqual({ total: 5 });
  expect((await call('GET', '/domains/~/devices/100m/count')).body).toEqual({ total: 0 });
  expect((await call('GET', '/domains/~/devices/100/count')).body).toEqual({ total: 1 });
});

test('switches: lists without passwords, and builds that lose routes', async () => {
  const { as, url } = await openPlatform();
  const turn = (wanted: object): Promise<Response> =>
    fetch(`${url}/_mock/switches`, { method: 'POST', body: JSON.stringify(wanted) });
  const call = await as(officeManager);
  const passwords = async (): Promise<unknown[]> =>
    ((await call('GET', devices)).body as object[]).filter((device) => 'device-sip-registration-password' in device);
  expect(await passwords()).toHaveLength(2);
  await turn({ deviceListPasswords: 'left out' });
  expect(await passwords()).toHaveLength(0);
  expect((await call('GET', `${devices}/100m`)).body).toHaveProperty('device-sip-registration-password');
  const change = { 'device-push-enabled': 'no' };
  expect((await call('PUT', `${devices}/100m?synchronous=yes`, change)).status).toBe(202);
  await turn({ readingOneDevice: 'no route', synchronousInQuery: 'no route' });
  expect((await call('PUT', `${devices}/100m?synchronous=yes`, change)).status).toBe(404);
  expect((await call('GET', `${devices}/100m`)).body).toEqual({ code: 404, message: 'No Route Found [92]' });
});
