import { expect, test } from 'vitest';
import { sharedPassword } from '../seed.ts';
import { callWith, officeManager, openPlatform } from '../testing.ts';
import { client, lastingToken, passcode } from './seed.ts';

test('an Office Manager logs in and gets a token with scope, domain and reseller', async () => {
  const { logIn } = await openPlatform();
  const { status, body } = await logIn(officeManager);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    token_type: 'Bearer',
    expires_in: 3600,
    scope: 'Office Manager',
    domain: 'acme.example',
    territory: 'northwind',
    uid: '900@acme.example',
  });
  expect(body.access_token).toMatch(/^[0-9a-f]{32}$/);
});

test('a form logs in as JSON does', async () => {
  const { api } = await openPlatform();
  const form = {
    grant_type: 'password',
    client_id: client.id,
    client_secret: client.secret,
    username: officeManager,
    password: sharedPassword,
  };
  const answer = await fetch(`${api}/tokens`, { method: 'POST', body: new URLSearchParams(form) });
  expect(await answer.json()).toMatchObject({ scope: 'Office Manager' });
});

test('so does the query of a request without a body, and a request without either is refused', async () => {
  const { api, url } = await openPlatform();
  const query = new URLSearchParams({
    grant_type: 'password',
    client_id: client.id,
    client_secret: client.secret,
    username: officeManager,
    password: sharedPassword,
  });
  const answer = await fetch(`${api}/tokens?${query}`, { method: 'POST' });
  expect([answer.status, await answer.json()]).toEqual([200, expect.objectContaining({ scope: 'Office Manager' })]);
  expect(await (await fetch(`${url}/_mock/requests`)).text()).not.toMatch(new RegExp(`${client.secret}|${sharedPassword}`));
  const neither = await fetch(`${api}/tokens`, { method: 'POST' });
  expect([neither.status, await neither.json()]).toEqual([400, { code: 400, message: expect.any(String) }]);
});

test('a wrong client and a wrong password can be told apart', async () => {
  const { logIn } = await openPlatform();
  expect(await logIn(officeManager, { client_secret: 'other' })).toMatchObject({
    status: 401,
    body: { error: 'invalid_client' },
  });
  expect(await logIn(officeManager, { client_id: 'other' })).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
  expect(await logIn(officeManager, { password: 'other' })).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  expect(await logIn('nobody@acme.example')).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
});

test('an account without a secure password gets status 200 and nothing usable', async () => {
  const { logIn } = await openPlatform();
  expect(await logIn('legacy@acme.example')).toEqual({
    status: 200,
    body: { access_token: '', scope: null, legacy: true, recover: true },
  });
});

test('an account with MFA gets a partial token, which opens nothing until the passcode comes', async () => {
  const { api, logIn } = await openPlatform();
  const { status, body } = await logIn('mfa@acme.example');
  expect([status, body.mfa]).toEqual([200, 'mfa_required']);
  const partial = String(body.access_token);
  expect((await callWith(partial, 'GET', `${api}/domains/~`)).status).toBe(401);

  const second = {
    grant_type: 'mfa',
    mfa_type: 'authenticator',
    mfa_vendor: 'google',
    ns_id_type: 'subscriber',
    access_token: partial,
  };
  expect((await logIn('mfa@acme.example', { ...second, passcode: '000000' })).status).toBe(400);
  expect((await logIn('mfa@acme.example', { ...second, passcode })).body.scope).toBe('Office Manager');
  expect((await logIn('mfa@acme.example', { ...second, passcode })).status).toBe(400);
});

test('after an hour a token is past its time, and the answer says so', async () => {
  const { as, pass } = await openPlatform();
  const call = await as(officeManager);
  pass(3_599_000);
  expect((await call('GET', '/domains/~')).status).toBe(200);
  pass(1_000);
  expect(await call('GET', '/domains/~')).toEqual({
    status: 401,
    body: { code: 401, message: 'The access token provided has expired' },
  });
});

test('a refresh replaces both tokens, and the old ones are dead', async () => {
  const { api, logIn } = await openPlatform();
  const first = (await logIn(officeManager)).body;
  const refresh = { grant_type: 'refresh_token', refresh_token: String(first.refresh_token) };
  const second = (await logIn(officeManager, refresh)).body;
  expect((await callWith(String(second.access_token), 'GET', `${api}/domains/~`)).status).toBe(200);
  const dead = await callWith(String(first.access_token), 'GET', `${api}/domains/~`);
  expect(dead.status).toBe(401);
  expect(JSON.stringify(dead.body)).not.toContain('expired');
  expect((await logIn(officeManager, refresh)).status).toBe(400);
});

test('a refresh works after the access token is past its time', async () => {
  const { logIn, pass } = await openPlatform();
  const { body } = await logIn(officeManager);
  pass(7_200_000);
  expect((await logIn(officeManager, { grant_type: 'refresh_token', refresh_token: String(body.refresh_token) })).status).toBe(
    200,
  );
});

test('the lasting token is that of the Office Manager of acme.example', async () => {
  const { api } = await openPlatform();
  expect((await callWith(lastingToken, 'GET', `${api}/domains/~/users/~`)).body).toMatchObject({
    'login-username': officeManager,
  });
});

const malformed: [string, unknown][] = [
  ['without a grant', { client_id: 'a', client_secret: 'b' }],
  ['with an unknown grant', { grant_type: 'client_credentials', client_id: 'a', client_secret: 'b' }],
  ['without a password', { grant_type: 'password', client_id: 'a', client_secret: 'b', username: 'c' }],
  ['with a number for a password', { grant_type: 'password', client_id: 'a', client_secret: 'b', username: 'c', password: 1 }],
  ['that is a list', []],
];

test.each(malformed)('a token request %s is 400 in the shape of the platform', async (_, body) => {
  const { api } = await openPlatform();
  const answer = await fetch(`${api}/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toEqual({ code: 400, message: expect.any(String) });
});

test('what was typed never stands in the log or in the state', async () => {
  const { url, logIn } = await openPlatform();
  const { body } = await logIn(officeManager);
  await logIn(officeManager, { password: 'canary-password', client_secret: 'canary-secret' });
  const shown = (await (await fetch(`${url}/_mock/requests`)).text()) + (await (await fetch(`${url}/_mock/state`)).text());
  for (const secret of [
    'canary',
    sharedPassword,
    client.secret,
    String(body.access_token),
    String(body.refresh_token),
    lastingToken,
    'sip-100',
  ]) {
    expect(shown).not.toContain(secret);
  }
});
