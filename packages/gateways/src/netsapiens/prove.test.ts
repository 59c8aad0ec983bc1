import { inspect } from 'node:util';
import { Refused, seconds, Unreachable } from '@enablement/core';
import { afterEach, describe, expect, it } from 'vitest';
import { createNet } from '../net/index.ts';
import { accessTo, CLIENT_SECRET, type Heard, MANAGER, PASSWORD, type Reply, startFakeCore, token } from './fake-core.ts';
import { createPlatform } from './index.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function start(reply: Reply | ((heard: Heard) => Reply)) {
  const core = await startFakeCore((heard) => (typeof reply === 'function' ? reply(heard) : reply));
  const net = createNet({ allowPrivateHosts: true, timeout: seconds(2) });
  closers.push(core.stop, net.close);
  const platform = createPlatform({ fetch: net.fetch, clock: { now: () => new Date() }, sleep: async () => {} });
  return { core, prove: (manager = MANAGER) => platform.prove(accessTo(core.url), manager) };
}

const proofFor = async (reply: Reply) => (await start(reply)).prove();

describe('good credentials', () => {
  it('are proved by one password grant with everything in the body', async () => {
    const { core, prove } = await start({ json: token() });
    expect(await prove()).toEqual({ proved: true, scope: 'Office Manager' });
    expect(core.heard.map((one) => one.what)).toEqual(['POST /tokens']);
    expect(core.heard[0]?.url.search).toBe('');
    expect(core.heard[0]?.body).toEqual({
      grant_type: 'password',
      client_id: 'acrobits-softphone',
      client_secret: CLIENT_SECRET,
      username: 'integration-office-manager@acme.example',
      password: PASSWORD,
    });
  });

  it('are proved anew each time, since an old token says nothing about the password', async () => {
    const { core, prove } = await start({ json: token() });
    await prove();
    await prove();
    expect(core.count('POST /tokens')).toBe(2);
  });

  it('may be written with their domain, and the domain in any case', async () => {
    const { core, prove } = await start({ json: token({ domain: 'ACME.example' }) });
    expect(await prove({ ...MANAGER, login: 'boss@acme.example' })).toMatchObject({ proved: true });
    expect(core.heard[0]?.body.username).toBe('boss@acme.example');
  });

  it('are proved by the user id when the token does not name the domain', async () => {
    expect(await proofFor({ json: token({ domain: undefined }) })).toMatchObject({ proved: true });
  });
});

describe('refused credentials', () => {
  it.each<[string, Reply]>([
    [
      'an OAuth error',
      { status: 401, json: { error: 'invalid_client', error_description: 'The client credentials are invalid' } },
    ],
    ['an OAuth error with 400', { status: 400, json: { error: 'invalid_client' } }],
    ['a client that may not use this grant', { status: 400, json: { error: 'unauthorized_client' } }],
    ['the vendor’s shape', { status: 401, json: { code: 401, message: 'Invalid client_id' } }],
    ['the vendor’s shape with a number as text', { status: 403, json: { code: '403', message: 'Client not found' } }],
    ['an error within a 200', { json: { error: 'invalid_client', error_description: 'no such client' } }],
  ])('wrong client: %s', async (_, reply) => {
    expect(await proofFor(reply)).toMatchObject({ proved: false, why: 'wrong client' });
  });

  it.each<[string, Reply]>([
    [
      'an OAuth error',
      { status: 401, json: { error: 'invalid_grant', error_description: 'Invalid username and password combination' } },
    ],
    [
      'an OAuth error that mentions the client',
      { status: 400, json: { error: 'invalid_grant', error_description: 'for this client' } },
    ],
    ['the vendor’s shape', { status: 401, json: { code: 401, message: 'Login failed' } }],
    ['no reason at all', { status: 401, json: {} }],
    ['an error within a 200', { json: { error: 'invalid_grant' } }],
  ])('wrong password: %s', async (_, reply) => {
    expect(await proofFor(reply)).toMatchObject({ proved: false, why: 'wrong password' });
  });

  it.each<[string, object]>([
    ['a marker', { mfa: 'mfa_required', mfa_vendor: 'google', mfa_type: 'authenticator', access_token: 'abc', expires_in: 300 }],
    ['a scope that is none', token({ scope: 'mfa_required' })],
    ['a user scope that is none', token({ scope: undefined, user_scope: 'mfa_required' })],
    ['the kind of factor beside a complete token', token({ mfa_type: 'authenticator' })],
  ])('MFA on: %s', async (_, json) => {
    expect(await proofFor({ json })).toMatchObject({ proved: false, why: 'MFA on' });
  });

  it.each<[string, object]>([
    ['the legacy answer', { access_token: '', scope: null, legacy: true, recover: true }],
    ['a token without scope', token({ scope: null })],
    ['a scope without token', token({ access_token: undefined })],
    ['an empty object', {}],
  ])('no secure password: %s', async (_, json) => {
    expect(await proofFor({ json })).toMatchObject({ proved: false, why: 'no secure password' });
  });

  it.each(['Basic User', 'Call Center Supervisor', 'Site Manager', 'NDP', 'No Portal', 'office manager', 'A New Scope'])(
    'scope too low: %s',
    async (scope) => {
      expect(await proofFor({ json: token({ scope }) })).toEqual({ proved: false, why: 'scope too low', seen: scope });
    },
  );

  it('wrong domain: an Office Manager of another one', async () => {
    const { core, prove } = await start({ json: token({ domain: 'globex.example' }) });
    expect(await prove()).toEqual({ proved: false, why: 'wrong domain', seen: 'globex.example' });
    expect(core.count('GET /domains/acme.example')).toBe(0);
  });
});

describe('a Reseller or Super User', () => {
  const as = (scope: string, domain: Reply) => (heard: Heard) =>
    heard.what === 'POST /tokens' ? { json: token({ scope, domain: 'system.example' }) } : domain;

  it.each(['Reseller', 'Super User'])('%s is proved when the domain is visible', async (scope) => {
    const { core, prove } = await start(as(scope, { json: { domain: 'acme.example', reseller: 'northwind' } }));
    expect(await prove()).toEqual({ proved: true, scope });
    expect(core.heard[1]?.headers.authorization).toBe('Bearer 0123456789abcdef0123456789abcdef');
  });

  it.each([401, 403, 404])('%s for the domain means that it is not visible', async (status) => {
    const { prove } = await start(
      as('Reseller', { status, json: { code: status, message: 'Domain acme.example does not exist' } }),
    );
    expect(await prove()).toEqual({ proved: false, why: 'wrong domain', seen: 'reseller northwind' });
  });

  it.each([200, 403, 404])('who gets a page with status %s for the domain is refused, not misjudged', async (status) => {
    const { prove } = await start(as('Super User', { status, text: '<html></html>' }));
    await expect(prove()).rejects.toBeInstanceOf(Refused);
  });
});

describe('bad days', () => {
  it.each<[string, Reply, RegExp]>([
    ['a portal page', { text: '<html>Welcome</html>' }, /an HTML page with status 200, not as the NetSapiens API does/],
    ['a firewall', { status: 403, text: '<html>Forbidden</html>' }, /probably a firewall/],
    ['a core without v2', { status: 404, json: { code: 404, message: 'No Route Found [92]' } }, /does not offer API v2 log-ins/],
    [
      'a redirect',
      { status: 307, headers: { location: 'https://login.example/' }, text: '' },
      /redirects to https:\/\/login\.example\. What is sent holds secrets/,
    ],
    ['a token that no header can carry', { json: token({ access_token: 'canary\n\u2028' }) }, /JSON of another shape/],
    ['a status nobody expects', { status: 418, json: {} }, /with status 418/],
  ])('%s says nothing about the credentials', async (_, reply, message) => {
    const error = await proofFor(reply).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Refused);
    expect((error as Refused).message).toMatch(message);
  });

  it.each<[string, Reply]>([
    ['5xx', { status: 503, json: { code: 503, message: 'x' } }],
    ['429', { status: 429, json: {} }],
    ['silence', 'silence'],
    ['a broken connection', 'hang up'],
  ])('%s is for later', async (_, reply) => {
    await expect(proofFor(reply)).rejects.toBeInstanceOf(Unreachable);
  });

  it('a core that repeats our secrets does not get them shown, in whichever coding', async () => {
    const echo = `no ${PASSWORD} ${CLIENT_SECRET} ${encodeURIComponent(PASSWORD)} ${JSON.stringify(PASSWORD)} ${Buffer.from(PASSWORD).toString('base64')}`;
    const proof = await proofFor({ status: 401, json: { error: 'invalid_grant', error_description: echo } });
    expect(proof).toMatchObject({ proved: false, seen: 'invalid_grant: no [secret] [secret] [secret] "[secret]" [secret]' });
    for (const said of [{ scope: echo }, { domain: echo }, { scope: 'Reseller', domain: 'system.example', territory: echo }]) {
      const { prove } = await start(({ what }) => (what === 'POST /tokens' ? { json: token(said) } : { status: 404, json: {} }));
      expect(await prove()).toMatchObject({ proved: false, seen: expect.stringContaining('no [secret] [secret]') });
      expect(JSON.stringify(await prove())).not.toMatch(/canary/);
    }
    const error = await proofFor({ status: 500, json: { message: echo } }).catch((thrown: unknown) => thrown);
    expect(inspect(error, { depth: 9 })).not.toMatch(/canary/);
  });
});
