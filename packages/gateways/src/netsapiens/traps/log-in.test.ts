import { Refused, Secret } from '@enablement/core';
import { afterEach, expect, it } from 'vitest';
import { API_KEY, byLogIn, CLIENT_SECRET, collect, meet, PASSWORD, part, type Reply, token } from '../fake-core.ts';

afterEach(part);

const EXPIRED: Reply = { status: 401, json: { code: 401, message: 'The access token provided has expired' } };
const TOO_LOW: Reply = { status: 401, json: { code: 401, message: 'Invalid Scope [APP001]' } };
const ACME: Reply = { json: { domain: 'acme.example', reseller: 'northwind' } };
const DOMAIN = '/domains/{domain}';
const acme = { domain: 'acme.example' };

/** A core whose tokens are `token-1`, `token-2`, …, and which answers everything else as the test wants. */
function withTokens(answer: (authorization: string | undefined) => Reply) {
  let made = 0;
  return (heard: { what: string; headers: { authorization?: string | undefined } }): Reply => {
    if (heard.what !== 'POST /tokens') return answer(heard.headers.authorization);
    made += 1;
    return { json: token({ access_token: `token-${made}`, refresh_token: `refresh-${made}` }) };
  };
}

it('a 401 is either an expired token, which is renewed once, or too low a scope, which is final', async () => {
  const expired = await meet(
    withTokens((authorization) => (authorization === 'Bearer token-1' ? EXPIRED : ACME)),
    { credential: byLogIn },
  );
  expect(await expired.client.get(DOMAIN, acme)).toMatchObject(acme);
  expect(expired.core.heard.map(({ what, body }) => body.grant_type ?? what)).toEqual([
    'password',
    'GET /domains/acme.example',
    'refresh_token',
    'GET /domains/acme.example',
  ]);

  const always = await meet(
    withTokens(() => EXPIRED),
    { credential: byLogIn },
  );
  await expect(always.client.get(DOMAIN, acme)).rejects.toBeInstanceOf(Refused);
  expect(always.core.count('GET /domains/acme.example')).toBe(2);

  const low = await meet(
    withTokens(() => TOO_LOW),
    { credential: byLogIn },
  );
  await expect(low.client.get(DOMAIN, acme)).rejects.toThrow(/this is too low \(Invalid Scope \[APP001\]\)/);
  expect(low.core.count('POST /tokens')).toBe(1);
});

it.each<[string, object]>([
  ['a null scope', token({ access_token: '', scope: null, legacy: true, recover: true })],
  ['an error in the body', { error: 'invalid_grant', error_description: 'Invalid username and password combination' }],
])('a token call may answer 200 without a usable token: %s', async (_, json) => {
  const { client, core } = await meet({ json }, { credential: byLogIn });
  await expect(client.get(DOMAIN, acme)).rejects.toThrow(/refused the log-in of integration-office-manager@acme\.example/);
  expect(core.heard).toHaveLength(1);
});

it('an MFA challenge carries an access token, and it is not used', async () => {
  const challenge = {
    mfa: 'mfa_required',
    mfa_vendor: 'google',
    mfa_type: 'authenticator',
    access_token: 'partial',
    expires_in: 300,
  };
  const { client, core } = await meet({ json: challenge }, { credential: byLogIn });
  await expect(client.get(DOMAIN, acme)).rejects.toThrow(/MFA on/);
  expect(core.heard.map(({ what }) => what)).toEqual(['POST /tokens']);
});

it('a refresh kills the old tokens, so that whoever calls at the same time shares one', async () => {
  const { client, core } = await meet(
    withTokens((authorization) => (authorization === 'Bearer token-1' ? EXPIRED : ACME)),
    { credential: byLogIn },
  );
  await Promise.all(Array.from({ length: 6 }, () => client.get(DOMAIN, acme)));
  expect(core.heard.flatMap(({ body }) => body.grant_type ?? [])).toEqual(['password', 'refresh_token']);
});

it('secrets in a query end up in access logs, so that they go in the body', async () => {
  const { client, core } = await meet(
    withTokens(() => ACME),
    { credential: byLogIn },
  );
  await client.get(DOMAIN, acme);
  expect(core.heard[0]?.body).toMatchObject({ client_secret: CLIENT_SECRET, password: PASSWORD });
  for (const { url } of core.heard) expect(url.search).toBe('');
});

it('an Office Manager cannot list domains, and that is said as what it is', async () => {
  const { client } = await meet(
    withTokens(() => TOO_LOW),
    { credential: byLogIn },
  );
  await expect(collect(client.list('/domains', {}))).rejects.toThrow(
    /has scope Office Manager, and NetSapiens says that this is too low/,
  );
});

it('an API key may be read-only, limited to addresses or to models, which is asked before the first write', async () => {
  const limits = {
    'key-id': 'nss_12345678',
    readonly: 'yes',
    'ip-address': '203.0.113.0/24',
    'allowed-models': ['cdr', 'domain'],
  };
  const { client, core } = await meet({ json: limits }, { mayWrite: true });
  const change = () => client.update(DOMAIN, acme, { description: 'Acme' }, { look: () => client.get(DOMAIN, acme) });
  for (const _ of [1, 2]) {
    await expect(change()).rejects.toThrow(
      'The Super User API key nss_12345678 may only read. It is limited to: read-only; addresses 203.0.113.0/24; models cdr,domain.',
    );
  }
  expect(core.heard.map(({ what }) => what)).toEqual(['GET /apikeys/~']);
});

it('an API key that is refused says what it is limited to', async () => {
  const { client } = await meet(({ what }) =>
    what === 'GET /apikeys/~'
      ? { json: { readonly: 'no', 'allowed-models': 'cdr' } }
      : { status: 403, json: { code: 403, message: `Not for ${API_KEY}` } },
  );
  await expect(client.get(DOMAIN, acme)).rejects.toThrow(
    'The Super User API key nss_12345678 was refused (403: Not for [secret]). It is limited to: models cdr.',
  );
});

it('an API key is recognised by its prefix, goes as it is, and is not renewed', async () => {
  const { client, core } = await meet(EXPIRED);
  await expect(client.get(DOMAIN, acme)).rejects.toThrow(/refused the API key nss_12345678/);
  expect(core.heard.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${API_KEY}`]);
  const error = await meet(ACME, { credential: { apiKey: new Secret('canary-of-no-key') } }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Refused);
  expect(String(error)).toBe('Refused: This is not an API key of NetSapiens.');
});
