import { expect, test } from 'vitest';
import { callWith, officeManager, openPlatform } from '../testing.ts';
import { passcode } from './seed.ts';

const message = 'The client credentials are invalid';

test.each([
  ['401 invalid_client', 401, { error: 'invalid_client', error_description: message }],
  ['400 invalid_client', 400, { error: 'invalid_client', error_description: message }],
  ['401', 401, { code: 401, message }],
  ['403', 403, { code: 403, message }],
])('a wrong client may get %s', async (wrongClient, status, body) => {
  const { turn, logIn } = await openPlatform();
  await turn({ wrongClient });
  expect(await logIn(officeManager, { client_secret: 'other' })).toEqual({ status, body });
});

test.each([
  ['400 invalid_grant', 400, { error: 'invalid_grant' }],
  ['401 invalid_grant', 401, { error: 'invalid_grant' }],
  ['401', 401, { code: 401, message: 'Invalid username and password combination' }],
  ['200', 200, { error: 'invalid_grant' }],
])('a wrong password may get %s', async (wrongLogin, status, body) => {
  const { turn, logIn } = await openPlatform();
  await turn({ wrongLogin });
  const answer = await logIn(officeManager, { password: 'other' });
  expect(answer).toMatchObject({ status, body });
  expect(answer.body).not.toHaveProperty('access_token');
});

test.each(['mfa', 'scope', 'user_scope'])('the marker of a second factor may stand in `%s`', async (secondFactor) => {
  const { turn, logIn } = await openPlatform();
  await turn({ secondFactor });
  const { status, body } = await logIn('mfa@acme.example');
  expect([status, body]).toMatchObject([200, { [secondFactor]: 'mfa_required', mfa_type: 'authenticator' }]);
  expect(body).not.toHaveProperty('refresh_token');
});

test('the partial token of a second factor waits five minutes', async () => {
  const { logIn, pass } = await openPlatform();
  const { body } = await logIn('mfa@acme.example');
  const second = {
    grant_type: 'mfa',
    mfa_type: 'authenticator',
    mfa_vendor: 'google',
    ns_id_type: 'subscriber',
    access_token: String(body.access_token),
    passcode,
  };
  pass(300_000);
  expect((await logIn('mfa@acme.example', second)).status).toBe(400);
});

test('old passwords may go on for a while', async () => {
  const { turn, logIn, api } = await openPlatform();
  await turn({ legacyAccount: 'window' });
  const { body } = await logIn('legacy@acme.example');
  expect(body).toMatchObject({ scope: 'Office Manager', legacy: true, legacy_expires_days: 30 });
  expect((await callWith(String(body.access_token), 'GET', `${api}/domains/~`)).status).toBe(200);
});

test.each([
  ['403', { code: 403, message: 'Domain not found or access denied' }],
  ['401', { code: 401, message: 'Invalid Scope [APP001]' }],
  ['404', { code: 404, message: 'Domain globex.example does not exist' }],
])('a foreign domain may get %s', async (foreignDomain, body) => {
  const { turn, as } = await openPlatform();
  await turn({ foreignDomain });
  expect(await (await as(officeManager))('GET', '/domains/globex.example')).toEqual({ status: body.code, body });
});

test('of two refreshes at once one gets through', async () => {
  const { logIn } = await openPlatform();
  const { body } = await logIn(officeManager);
  const refresh = { grant_type: 'refresh_token', refresh_token: String(body.refresh_token) };
  const answers = await Promise.all([logIn(officeManager, refresh), logIn(officeManager, refresh)]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 400]);
});

test('a refresh token is of no use to another client', async () => {
  const { logIn, seed } = await openPlatform();
  await seed({ clients: [{ id: 'other-app', secret: 'other-secret' }] });
  const { body } = await logIn(officeManager);
  const refresh = { grant_type: 'refresh_token', refresh_token: String(body.refresh_token) };
  const other = await logIn(officeManager, { ...refresh, client_id: 'other-app', client_secret: 'other-secret' });
  expect(other).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  expect((await logIn(officeManager, refresh)).status).toBe(200);
});

test('tokens that nobody has renewed for a day are forgotten', async () => {
  const { logIn, pass } = await openPlatform();
  const { body } = await logIn(officeManager);
  pass(26 * 3_600_000);
  await logIn(officeManager);
  const refresh = { grant_type: 'refresh_token', refresh_token: String(body.refresh_token) };
  expect((await logIn(officeManager, refresh)).status).toBe(400);
});

test('an account of scope No Portal cannot log in', async () => {
  const { logIn, seed } = await openPlatform();
  await seed({ users: [{ domain: 'acme.example', user: '103', scope: 'No Portal' }] });
  expect((await logIn('103@acme.example')).status).toBe(400);
});
