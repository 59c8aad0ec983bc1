import { expect, test } from 'vitest';
import { createNetsapiens } from './netsapiens.ts';
import { readRelease } from './release.ts';
import { officeManager, openPlatform } from './testing.ts';

const noRoute = { status: 404, body: { code: 404, message: 'No Route Found [92]' } };

test.each([
  ['44.0', 404, 404],
  ['44.4', 200, 404],
  ['45.0', 200, 200],
])('of release %s, /version answers %i and the devices of a domain %i', async (release, version, devices) => {
  const { as, seed, api } = await openPlatform();
  await seed({ release });
  const answer = await fetch(`${api}/version`);
  expect(answer.status).toBe(version);
  if (version === 200) expect(Object(await answer.json()).apiversion).toMatch(`${release}.`);
  const call = await as(officeManager);
  expect((await call('GET', '/domains/~/devices')).status).toBe(devices);
  if (devices === 404) expect(await call('GET', '/domains/~/devices')).toEqual(noRoute);
});

test('a member has the name that its release knows, in both directions', async () => {
  const { as, seed, pass } = await openPlatform();
  const call = await as(officeManager);
  const path = '/domains/~/users/100';
  const read = async (): Promise<Record<string, unknown>> => (await call('GET', path)).body as Record<string, unknown>;
  expect(await read()).toHaveProperty('directory-annouce-in-dial-by-name-enabled', 'yes');
  const said = {
    'name-first-name': 'Ada',
    'name-last-name': 'Example',
    'email-address': 'a@acme.example',
    'user-scope': 'Basic User',
  };
  await call('PUT', path, { ...said, 'directory-annouce-in-dial-by-name-enabled': 'no' });
  pass(300);
  await seed({ release: '45.0' });
  const now = await read();
  expect(now).toHaveProperty('directory-announce-in-dial-by-name-enabled', 'no');
  expect(now).not.toHaveProperty('directory-annouce-in-dial-by-name-enabled');
});

test('members that a release does not know are ignored without a word', async () => {
  const { as, pass } = await openPlatform();
  const call = await as('super@system.example');
  const put = await call('PUT', '/resellers/northwind', {
    'email-send-smtp-password': 'invented',
    smtp_pwd: 'older',
    nonsense: 1,
  });
  expect(put.status).toBe(202);
  pass(300);
  const { body } = await call('GET', '/resellers/northwind');
  expect(body).toMatchObject({ smtp_pwd: 'older' });
  expect(body).not.toHaveProperty('nonsense');
});

test('a release that is named at the start is there again after a reset', async () => {
  const mock = await createNetsapiens({ release: '45.0' });
  mock.state().release = '44.0.0';
  mock.reset();
  expect(mock.state().release).toBe('45.0.0');
});

test('a release that nobody knows is refused with a sentence', () => {
  expect(() => readRelease('46')).toThrow('RELEASE must be one of 44.0, 44.4, 45.0, not "46".');
});
