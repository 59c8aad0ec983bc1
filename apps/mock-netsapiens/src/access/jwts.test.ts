import { expect, test } from 'vitest';
import { sharedPassword } from '../seed.ts';
import { officeManager, openPlatform, type Platform } from '../testing.ts';
import { client, keys } from './seed.ts';

const grant = (username: string): object => ({
  grant_type: 'password',
  client_id: client.id,
  client_secret: client.secret,
  username,
  password: sharedPassword,
});

interface Answer {
  readonly status: number;
  readonly body: Record<string, string>;
}

async function ask(platform: Platform, body: object, bearer?: string): Promise<Answer> {
  const authorization = bearer === undefined ? {} : { authorization: `Bearer ${bearer}` };
  const headers = { 'content-type': 'application/json', ...authorization };
  const answer = await fetch(`${platform.api}/jwt`, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: answer.status, body: (await answer.json()) as Record<string, string> };
}

const jwtOf = async (platform: Platform, login = officeManager): Promise<{ token: string; refresh: string }> => {
  const { body } = await ask(platform, grant(login));
  return { token: String(body.token), refresh: String(body.refresh) };
};

test('a JWT carries its claims, says them on request, and opens what a token opens', async () => {
  const platform = await openPlatform();
  const { token } = await jwtOf(platform);
  const claims = {
    aud: 'ns',
    iss: 'core1.example.net',
    sub: '900@acme.example',
    iat: 1769853600,
    exp: 1769940000,
    time_out: 86_400_000,
    user_scope: 'Office Manager',
    territory: 'northwind',
  };
  expect((await platform.with(token)('GET', '/jwt')).body).toMatchObject(claims);
  expect(JSON.parse(Buffer.from(String(token.split('.')[1]), 'base64url').toString())).toMatchObject(claims);
  expect((await platform.with(token)('GET', '/domains/~')).status).toBe(200);
  expect((await (await platform.as(officeManager))('GET', '/jwt')).status).toBe(400);
});

test('a JWT lives for a day, and then the answer is the one that clients renew a token on', async () => {
  const platform = await openPlatform();
  const { token } = await jwtOf(platform);
  platform.pass(86_399_000);
  expect((await platform.with(token)('GET', '/domains/~')).status).toBe(200);
  platform.pass(1000);
  expect((await platform.with(token)('GET', '/domains/~')).body).toEqual({
    code: 401,
    message: 'The access token provided has expired',
  });
});

test('what renews a JWT opens nothing, and renews once', async () => {
  const platform = await openPlatform();
  const { refresh } = await jwtOf(platform);
  expect((await platform.with(refresh)('GET', '/domains/~')).status).toBe(401);
  const renewed = await ask(platform, { refresh });
  expect((await platform.with(String(renewed.body.token))('GET', '/domains/~')).status).toBe(200);
  expect((await ask(platform, { refresh })).status).toBe(401);
  expect((await ask(platform, { refresh: '' })).status).toBe(401);
});

test('a JWT with a letter changed opens nothing', async () => {
  const platform = await openPlatform();
  const { token } = await jwtOf(platform);
  const forged = token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A');
  expect((await platform.with(forged)('GET', '/domains/~')).status).toBe(401);
});

test.each([
  [grant('nobody@acme.example'), 401],
  [{ ...grant(officeManager), client_secret: 'other' }, 401],
  [grant('mfa@acme.example'), 403],
  [grant('legacy@acme.example'), 403],
  [{ user: '100', domain: 'acme.example' }, 401],
  [{}, 400],
])('%j gets no JWT', async (body, status) => {
  expect(await ask(await openPlatform(), body)).toMatchObject({ status, body: { code: status } });
});

test('an API key acts for a user in its reach', async () => {
  const platform = await openPlatform();
  const ada = { user: '100', domain: 'acme.example' };
  const { body } = await ask(platform, ada, keys.domain.key);
  expect((await platform.with(String(body.token))('GET', '/domains/~/users/~')).body).toMatchObject(ada);
  expect((await ask(platform, { ...ada, user: '999' }, keys.domain.key)).status).toBe(404);
  expect((await ask(platform, { ...ada, domain: 'globex.example' }, keys.domain.key)).status).toBe(403);
  expect((await ask(platform, { ...ada, user: '101' }, keys.user.key)).status).toBe(404);
  expect((await ask(platform, ada, (await jwtOf(platform)).token)).status).toBe(403);
});

test('a JWT is revoked by itself, by its identifier, or with all others of its user', async () => {
  const platform = await openPlatform();
  const works = async (token: string): Promise<boolean> => (await platform.with(token)('GET', '/domains/~')).status === 200;
  const one = await jwtOf(platform);
  expect((await platform.with(one.token)('DELETE', '/jwt')).status).toBe(202);
  expect(await works(one.token)).toBe(false);
  expect((await ask(platform, { refresh: one.refresh })).status).toBe(401);

  const manager = platform.with((await jwtOf(platform)).token);
  const [two, three, other] = [
    await jwtOf(platform, '100@acme.example'),
    await jwtOf(platform, '100@acme.example'),
    await jwtOf(platform, '101@acme.example'),
  ];
  const { jti } = (await platform.with(two.token)('GET', '/jwt')).body as { jti: string };
  expect((await manager('DELETE', `/jwt/${jti}`)).status).toBe(202);
  expect([await works(two.token), await works(three.token)]).toEqual([false, true]);
  expect((await manager('DELETE', '/jwt/100@acme.example')).status).toBe(202);
  expect([await works(three.token), await works(other.token)]).toEqual([false, true]);
  expect((await manager('DELETE', '/jwt/100@acme.example')).status).toBe(404);
});

test('nobody revokes the JWT of a colleague or of another domain', async () => {
  const platform = await openPlatform();
  const ada = platform.with((await jwtOf(platform, '100@acme.example')).token);
  await jwtOf(platform, '101@acme.example');
  expect((await ada('DELETE', '/jwt/101@acme.example')).status).toBe(404);
  const globex = await platform.as('integration-office-manager@globex.example');
  expect((await globex('DELETE', '/jwt/101@acme.example')).status).toBe(404);
});
