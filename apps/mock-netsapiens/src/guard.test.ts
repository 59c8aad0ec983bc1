import { expect, test } from 'vitest';
import { officeManager, openPlatform, type Platform } from './testing.ts';

const superUser = 'super@system.example';
const html = 'text/html; charset=iso-8859-1';

/** What the guard shows: status and content type, which tell it from the platform. */
async function fetchAs(platform: Platform, login: string, path: string, agent?: string): Promise<[number, string | null]> {
  const { body } = await platform.logIn(login);
  const headers = { authorization: `Bearer ${body.access_token}`, ...(agent === undefined ? {} : { 'user-agent': agent }) };
  const answer = await fetch(platform.api + path, { headers });
  return [answer.status, answer.headers.get('content-type')];
}

const devicesOf = (domain: string, user = '100'): string => `/domains/${domain}/users/${user}/devices`;

test('a guard of device lists refuses the list of a domain with a page, and lets single users pass', async () => {
  const platform = await openPlatform({ release: '45.0' });
  expect((await fetchAs(platform, officeManager, '/domains/~/devices'))[0]).toBe(200);
  await platform.turn({ networkGuard: 'device lists' });
  expect(await fetchAs(platform, officeManager, '/domains/~/devices')).toEqual([403, html]);
  expect((await fetchAs(platform, officeManager, devicesOf('~')))[0]).toBe(200);
});

test('a guard of device walks refuses whoever reads the devices of a fourth domain within a minute', async () => {
  const platform = await openPlatform();
  await platform.turn({ networkGuard: 'device walks' });
  await platform.seed({ domains: [{ domain: 'hooli.example' }], users: [{ domain: 'hooli.example', user: '100' }] });
  const read = async (domain: string): Promise<number> => (await fetchAs(platform, superUser, devicesOf(domain)))[0];
  for (const domain of ['acme.example', 'globex.example', 'initech.example', 'acme.example'])
    expect(await read(domain)).toBe(200);
  expect(await read('hooli.example')).toBe(403);
  expect((await fetchAs(platform, superUser, '/domains/hooli.example'))[0]).toBe(200);
  platform.pass(60_001);
  expect(await read('hooli.example')).toBe(200);
});

test.each([
  ['curl/8.5.0', 403],
  ['python-requests/2.32', 403],
  ['Go-http-client/1.1', 403],
  ['enablement/1.0 (+https://acme.example)', 200],
])('a guard of user agents lets %s have %i', async (agent, status) => {
  const platform = await openPlatform();
  const { body } = await platform.logIn(officeManager);
  await platform.turn({ networkGuard: 'user agents' });
  const headers = { authorization: `Bearer ${body.access_token}`, 'user-agent': agent };
  expect((await fetch(`${platform.api}/domains/~`, { headers })).status).toBe(status);
});

test('what the guard refused stands in the log', async () => {
  const platform = await openPlatform({ release: '45.0' });
  await platform.turn({ networkGuard: 'device lists' });
  await fetchAs(platform, officeManager, '/domains/~/devices');
  const log = (await (await fetch(`${platform.url}/_mock/requests`)).json()) as object[];
  expect(log.at(-1)).toMatchObject({ operation: 'listDomainDevices', status: 403 });
});

test('a bad day is ordered by its name', async () => {
  const platform = await openPlatform();
  const ask = await platform.as(officeManager);
  const order = (preset: string): Promise<Response> =>
    fetch(`${platform.url}/_mock/faults`, { method: 'POST', body: JSON.stringify({ preset }) });
  await order('expired');
  expect(await ask('GET', '/domains/~')).toEqual({
    status: 401,
    body: { code: 401, message: 'The access token provided has expired' },
  });
  expect((await ask('GET', '/domains/~')).status).toBe(200);
  await order('portal');
  expect(await fetchAs(platform, officeManager, '/version').catch(String)).toContain('SyntaxError');
});
