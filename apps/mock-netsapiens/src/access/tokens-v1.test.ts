import { expect, test } from 'vitest';
import { sharedPassword } from '../seed.ts';
import { callWith, officeManager, openPlatform } from '../testing.ts';
import { client } from './seed.ts';

const grant = {
  grant_type: 'password',
  client_id: client.id,
  client_secret: client.secret,
  username: officeManager,
  password: sharedPassword,
};

test.each(['/ns-api/oauth2/token/', '/ns-api/oauth2/token'])('the v1 endpoint %s gives tokens that open v2', async (path) => {
  const { url, api } = await openPlatform();
  const query = new URLSearchParams(grant);
  for (const answer of [await fetch(url + path, { method: 'POST', body: query }), await fetch(`${url}${path}?${query}`)]) {
    const { access_token } = (await answer.json()) as { access_token: string };
    expect((await callWith(access_token, 'GET', `${api}/domains/~`)).status).toBe(200);
  }
});

test('v1 refuses what v2 refuses', async () => {
  const { url } = await openPlatform();
  const ask = async (more: Record<string, string>): Promise<unknown> =>
    (await fetch(`${url}/ns-api/oauth2/token/`, { method: 'POST', body: new URLSearchParams({ ...grant, ...more }) })).json();
  expect(await ask({ password: 'other' })).toMatchObject({ error: 'invalid_grant' });
  expect(await ask({ client_id: 'other' })).toMatchObject({ error: 'invalid_client' });
  expect(await ask({ username: 'legacy@acme.example' })).toMatchObject({ scope: null, legacy: true });
  expect(await ask({ grant_type: 'none' })).toMatchObject({ error: 'invalid_request' });
});

test('what stands in a form and in a query is put together, and neither shows its secrets afterwards', async () => {
  const { url } = await openPlatform();
  const { password, client_secret, ...query } = grant;
  const address = `${url}/ns-api/oauth2/token/?${new URLSearchParams(query)}`;
  expect((await fetch(address, { method: 'POST', body: new URLSearchParams({ password, client_secret }) })).status).toBe(200);
  expect((await fetch(`${url}/ns-api/oauth2/token/?${new URLSearchParams(grant)}`)).status).toBe(200);
  const log = await (await fetch(`${url}/_mock/requests`)).text();
  expect(log).toContain('createTokenV1');
  expect(log).toContain('getTokenV1');
  expect(log).not.toContain(password);
  expect(log).not.toContain(client_secret);
});

test('another method has no route', async () => {
  const { url } = await openPlatform();
  const answer = await fetch(`${url}/ns-api/oauth2/token/`, { method: 'DELETE' });
  expect(await answer.json()).toEqual({ code: 404, message: 'No Route Found [92]' });
});
