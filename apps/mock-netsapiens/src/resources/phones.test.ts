import { expect, test } from 'vitest';
import { officeManager, openPlatform } from '../testing.ts';

const phone = { mac: '0004F2AABBCC', model: 'Example 400', device1: '100' };

test('a hardware phone is added, read with the names of its release, changed and removed', async () => {
  const { as, pass, seed } = await openPlatform();
  const call = await as(officeManager);
  expect((await call('POST', '/phones', phone)).status).toBe(202);
  pass(300);
  expect((await call('GET', '/phones/0004f2aabbcc')).body).toMatchObject({
    mac: '0004f2aabbcc',
    model: 'Example 400',
    domain: 'acme.example',
    territory: 'northwind',
    device1: '100',
  });
  await seed({ release: '45.0' });
  const { body } = await call('GET', '/domains/~/phones/0004f2aabbcc');
  expect(body).toMatchObject({
    'device-provisioning-mac-address': '0004f2aabbcc',
    'device-models-brand-and-model': 'Example 400',
    'device-provisioning-sip-uri-1': 'sip:100@acme.example',
    'device-provisioning-line-1-enabled': 'yes',
    'device-provisioning-line-2-enabled': 'no',
    reseller: 'northwind',
  });
  expect(body).not.toHaveProperty('mac');
  await call('PUT', '/domains/~/phones', { ...phone, device2: '101' });
  pass(300);
  expect((await call('GET', '/domains/~/phones')).body).toMatchObject([
    { 'device-provisioning-sip-uri-2': 'sip:101@acme.example' },
  ]);
  expect((await call('GET', '/phones/count')).body).toEqual({ total: 1 });
  expect((await call('DELETE', '/phones', { mac: '0004f2aabbcc' })).status).toBe(202);
  pass(300);
  expect((await call('GET', '/phones')).body).toEqual([]);
});

test('a phone is nobody else’s to read or to take', async () => {
  const { as, pass } = await openPlatform();
  await (await as(officeManager))('POST', '/domains/~/phones', phone);
  pass(300);
  const globex = await as('integration-office-manager@globex.example');
  expect((await globex('GET', '/phones/0004f2aabbcc')).status).toBe(404);
  expect((await globex('GET', '/phones')).body).toEqual([]);
  expect((await globex('POST', '/phones', phone)).status).toBe(409);
  expect((await globex('POST', '/phones', { ...phone, mac: '0004f2aabbcd', domain: 'acme.example' })).status).toBe(403);
  expect((await globex('DELETE', '/phones', { mac: '0004f2aabbcc' })).status).toBe(404);
});

test('what is no MAC address is 400', async () => {
  const { as } = await openPlatform();
  expect((await (await as(officeManager))('POST', '/phones', { ...phone, mac: '00:04:f2' })).status).toBe(400);
});

test('the provisioning servers tell the SIP ports', async () => {
  const { as } = await openPlatform();
  const call = await as(officeManager);
  expect((await call('GET', '/phones/servers')).body).toMatchObject([
    { name: 'ndp1.example.net', port_tcp: 5060, port_tls: 5061 },
  ]);
  expect((await call('GET', '/phones/servers/ndp1.example.net')).body).toMatchObject({ status: 'active' });
  expect((await call('GET', '/phones/servers/nowhere')).status).toBe(404);
});
