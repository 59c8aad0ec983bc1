import { expect, test } from 'vitest';
import { openPlatform } from '../testing.ts';

const trunk = { 'connection-orig-match-pattern': '*@192.0.2.10', domain: 'acme.example', description: 'Carrier' };
const one = `/domains/acme.example/connections/${encodeURIComponent(trunk['connection-orig-match-pattern'])}`;

test('a trunk is created, found by its filters, changed and deleted', async () => {
  const { as, pass } = await openPlatform();
  const call = await as('reseller@northwind.example');
  expect((await call('POST', '/connections', trunk)).status).toBe(202);
  pass(300);
  expect((await call('POST', '/connections', trunk)).status).toBe(409);
  expect((await call('GET', one)).body).toMatchObject([{ ...trunk, 'connection-sip-transport-protocol': 'UDP' }]);
  expect((await call('GET', '/connections?domain=acme.example')).body).toHaveLength(1);
  expect((await call('GET', '/connections?domain=globex.example')).body).toEqual([]);
  expect((await call('GET', '/connections/count?reseller=northwind')).body).toEqual({ total: 1 });
  expect((await call('GET', '/domains/globex.example/connections')).body).toEqual([]);
  await call('PUT', one, { 'connection-sip-transport-protocol': 'TLS' });
  pass(300);
  expect((await call('GET', '/domains/acme.example/connections')).body).toMatchObject([
    { 'connection-sip-transport-protocol': 'TLS' },
  ]);
  await call('DELETE', one);
  pass(300);
  expect((await call('GET', one)).status).toBe(404);
});

test('a trunk needs a domain in reach', async () => {
  const { as } = await openPlatform();
  const call = await as('super@system.example');
  expect((await call('POST', '/connections', { ...trunk, domain: 'nowhere.example' })).status).toBe(404);
});
