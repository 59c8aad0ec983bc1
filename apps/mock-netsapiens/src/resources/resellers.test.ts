import { expect, test } from 'vitest';
import { openPlatform } from '../testing.ts';

const superUser = 'super@system.example';

test('a reseller is created, read with its totals, changed and deleted', async () => {
  const { as, pass } = await openPlatform();
  const call = await as(superUser);
  expect((await call('POST', '/resellers', { reseller: 'eastwind', description: 'Eastwind' })).status).toBe(202);
  expect((await call('GET', '/resellers/eastwind')).status).toBe(404);
  pass(300);
  expect((await call('GET', '/resellers/eastwind')).body).toMatchObject({ description: 'Eastwind', 'domains-total': 0 });
  expect((await call('GET', '/resellers/northwind')).body).toMatchObject({ 'domains-total': 3, 'users-total': 15 });
  await call('PUT', '/resellers/eastwind', { description: 'Eastwind Telephony' });
  pass(300);
  expect((await call('GET', '/resellers')).body).toMatchObject([
    { reseller: 'northwind' },
    { reseller: 'eastwind', description: 'Eastwind Telephony' },
  ]);
  expect((await call('DELETE', '/resellers/eastwind')).status).toBe(202);
  pass(300);
  expect((await call('GET', '/resellers/eastwind')).status).toBe(404);
});

test('a name that is taken and a reseller that has domains are 409, in the words of the platform', async () => {
  const { as } = await openPlatform();
  const call = await as(superUser);
  expect((await call('POST', '/resellers', { reseller: 'northwind' })).body).toEqual({
    code: 409,
    message: 'Reseller with name already exits',
  });
  expect((await call('DELETE', '/resellers/northwind')).body).toEqual({
    code: 409,
    message: 'Cannot delete reseller with domains assigned',
  });
  expect((await call('DELETE', '/resellers/nowhere')).status).toBe(404);
});

test('resellers are counted in 45.0', async () => {
  const { as, seed } = await openPlatform();
  await seed({ release: '45.0' });
  const call = await as(superUser);
  expect((await call('GET', '/resellers/count')).body).toEqual({ total: 1 });
  expect((await call('GET', '/resellers/northwind/count')).body).toEqual({ total: 1 });
  expect((await call('GET', '/resellers/nowhere/count')).status).toBe(404);
});
