import { expect, test } from 'vitest';
import { officeManager, openPlatform } from '../testing.ts';

const sites = '/domains/acme.example/sites';

test('a site begins with what its domain has, and is changed and counted', async () => {
  const { as, pass, seed } = await openPlatform();
  await seed({ release: '45.0' });
  const call = await as(officeManager);
  expect((await call('POST', sites, { site: 'Main' })).status).toBe(202);
  expect((await call('GET', `${sites}/Main`)).status).toBe(404);
  pass(300);
  expect((await call('GET', `${sites}/Main`)).body).toMatchObject({ site: 'Main', 'time-zone': 'US/Pacific' });
  expect((await call('POST', sites, { site: 'Main' })).status).toBe(409);
  await call('PUT', `${sites}/Main`, { 'time-zone': 'US/Eastern' });
  pass(300);
  expect((await call('GET', sites)).body).toMatchObject([{ site: 'Main', 'time-zone': 'US/Eastern' }]);
  expect((await call('GET', `${sites}/list`)).body).toMatchObject([{ site: 'Main' }]);
  expect((await call('GET', `${sites}/count`)).body).toEqual({ total: 1 });
});

test('with `synchronous` a site is there at once, and the answer is 202 all the same', async () => {
  const { as } = await openPlatform();
  const call = await as(officeManager);
  expect((await call('POST', sites, { site: 'Main', synchronous: 'yes' })).status).toBe(202);
  expect((await call('GET', `${sites}/Main`)).status).toBe(200);
  expect((await call('PUT', `${sites}/Main`, { 'time-zone': 'US/Eastern', synchronous: 'yes' })).status).toBe(202);
  expect((await call('GET', `${sites}/Main`)).body).toMatchObject({ 'time-zone': 'US/Eastern' });
});
