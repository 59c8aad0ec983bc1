import { expect, test } from 'vitest';
import { officeManager, openPlatform } from './testing.ts';

const accepted = { status: 202, body: { code: 202, message: 'Accepted' } };
const grace = {
  user: '103',
  'name-first-name': 'Grace',
  'name-last-name': 'Example',
  'email-address': 'grace@acme.example',
  'user-scope': 'Basic User',
};
const path = '/domains/acme.example/users';

test('an accepted create cannot be read at once, and can a moment later', async () => {
  const { as, pass } = await openPlatform();
  const call = await as(officeManager);
  expect(await call('POST', path, grace)).toEqual(accepted);
  pass(299);
  expect(await call('GET', `${path}/103`)).toEqual({
    status: 404,
    body: { code: 404, message: 'User 103 does not exist in domain acme.example' },
  });
  pass(1);
  expect(await call('GET', `${path}/103`)).toMatchObject({ status: 200, body: { user: '103', 'name-first-name': 'Grace' } });
});

test('a synchronous create answers the object, which is there at once', async () => {
  const { as } = await openPlatform();
  const call = await as(officeManager);
  expect(await call('POST', path, { ...grace, synchronous: 'yes' })).toMatchObject({ status: 200, body: { user: '103' } });
  expect((await call('GET', `${path}/103`)).status).toBe(200);
});

test('a change and a removal show a moment later, whatever `synchronous` says', async () => {
  const { as, pass } = await openPlatform();
  const call = await as(officeManager);
  const { user: _, ...change } = { ...grace, 'name-first-name': 'Adele', synchronous: 'yes' };
  expect(await call('PUT', `${path}/100`, change)).toEqual(accepted);
  expect(await call('DELETE', `${path}/101`)).toEqual(accepted);
  expect((await call('GET', `${path}/100`)).body).toMatchObject({ 'name-first-name': 'Ada' });
  expect((await call('GET', `${path}/101`)).status).toBe(200);
  pass(300);
  expect((await call('GET', `${path}/100`)).body).toMatchObject({ 'name-first-name': 'Adele' });
  expect((await call('GET', `${path}/101`)).status).toBe(404);
});

test('how long that takes can be set, and a person sees what is under way', async () => {
  const { as, pass, seed, url } = await openPlatform();
  const call = await as(officeManager);
  await seed({ settleMs: 60_000 });
  await call('POST', path, grace);
  pass(59_999);
  const underWay = async (): Promise<unknown> => Object(await (await fetch(`${url}/_mock/state`)).json()).changes;
  expect(await underWay()).toMatchObject([{ table: 'users', kind: 'create', of: 'acme.example/103' }]);
  pass(1);
  expect(await underWay()).toEqual([]);
  await seed({ settleMs: 0 });
  await call('DELETE', `${path}/103`);
  expect((await call('GET', `${path}/103`)).status).toBe(404);
});

test('two creates of one thing under way are both accepted, and the first one stays', async () => {
  const { as, pass } = await openPlatform();
  const call = await as(officeManager);
  await call('POST', path, grace);
  expect(await call('POST', path, { ...grace, 'name-first-name': 'Gretel' })).toEqual(accepted);
  pass(300);
  expect((await call('GET', `${path}/103`)).body).toMatchObject({ 'name-first-name': 'Grace' });
  expect((await call('POST', path, grace)).status).toBe(409);
});

test('what arrives after its user has gone is nowhere', async () => {
  const { as, pass } = await openPlatform();
  const call = await as(officeManager);
  await call('DELETE', `${path}/100`);
  expect(await call('POST', `${path}/100/devices`, { device: '100x' })).toEqual(accepted);
  pass(300);
  await call('POST', path, { ...grace, user: '100', synchronous: 'yes' });
  expect((await call('GET', `${path}/100/devices`)).body).toEqual([]);
});
