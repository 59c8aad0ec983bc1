import { rmSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Secret } from '@enablement/core';
import { MatchersV3, PactV4 } from '@pact-foundation/pact';
import { afterAll, describe, expect, it } from 'vitest';
import { createNet } from '../net/index.ts';
import { createCalls } from './calls.ts';
import { collect } from './fake-core.ts';
import { createPlatform } from './index.ts';
import { logIn, refresh } from './log-in.ts';
import { createAsking, createReader } from './reader.ts';
import { isExpired } from './shapes.ts';

const { arrayContaining, integer, like, regex, string } = MatchersV3;

const pacts = fileURLToPath(new URL('../../../contracts/pacts', import.meta.url));
// Pact merges into the file that it finds, so that an interaction that is no more would stay for ever.
rmSync(`${pacts}/enablement-netsapiens.json`, { force: true });

const pact = new PactV4({ consumer: 'enablement', provider: 'netsapiens', dir: pacts, logLevel: 'error' });
const net = createNet({ allowPrivateHosts: true });
afterAll(() => net.close());

/** The provider's seed knows it: a token of the Office Manager of acme.example. */
const TOKEN = '0123456789abcdef0123456789abcdef';
/** The refresh token beside it. */
const REFRESH_TOKEN = 'fedcba9876543210fedcba9876543210';
const SUBSCRIPTIONS = '/ns-api/v2/subscriptions';
const clock = { now: () => new Date() };
const callsTo = (url: string) => createCalls(url, { fetch: net.fetch, clock, sleep: setTimeout, random: Math.random });
const platform = createPlatform({ fetch: net.fetch, clock });

const access = (portalUrl: string, clientSecret = 'mock-client-secret') => ({
  portalUrl,
  clientId: 'acrobits-softphone',
  clientSecret: new Secret(clientSecret),
});
const manager = (login: string, password = 'mock-password') => ({
  domain: 'acme.example',
  login,
  password: new Secret(password),
});
const passwordGrant = (username: string, change: object = {}) => ({
  grant_type: 'password',
  client_id: 'acrobits-softphone',
  client_secret: 'mock-client-secret',
  username,
  password: 'mock-password',
  ...change,
});
const hex = (example: string) => regex('^[0-9a-f]{32,}$', example);
const token = (scope: string, domain: string) => ({
  access_token: hex(TOKEN),
  refresh_token: hex(REFRESH_TOKEN),
  expires_in: integer(3600),
  token_type: 'Bearer',
  scope,
  domain,
  uid: string(`someone@${domain}`),
  territory: 'northwind',
});

/** One log-in as the provider is to answer it. */
const loginInteraction = (state: string, description: string, request: object, status: number, answer: object) =>
  pact
    .addInteraction()
    .given(state)
    .uponReceiving(description)
    .withRequest('POST', '/ns-api/v2/tokens', (builder) => builder.jsonBody(request))
    .willRespondWith(status, (builder) => builder.jsonBody(answer));

describe('the version', () => {
  it('is told to whoever asks', () =>
    pact
      .addInteraction()
      .given('the seed')
      .uponReceiving('a question for the version')
      .withRequest('GET', '/ns-api/v2/version')
      .willRespondWith(200, (builder) => builder.jsonBody({ apiversion: like('44.4.10') }))
      .executeTest(async ({ url }) => {
        expect(await platform.portal(url)).toEqual({ answer: 'speaks v2', version: '44.4.10' });
      }));
});

describe('a log-in', () => {
  it('of the Office Manager', () =>
    loginInteraction(
      'the seed',
      'a log-in of the Office Manager of acme.example',
      passwordGrant('integration-office-manager@acme.example'),
      200,
      token('Office Manager', 'acme.example'),
    ).executeTest(async ({ url }) => {
      expect(await platform.prove(access(url), manager('integration-office-manager'))).toEqual({
        proved: true,
        scope: 'Office Manager',
      });
    }));

  it('of the Office Manager of another domain', () =>
    loginInteraction(
      'the seed',
      'a log-in of the Office Manager of globex.example',
      passwordGrant('integration-office-manager@globex.example'),
      200,
      token('Office Manager', 'globex.example'),
    ).executeTest(async ({ url }) => {
      expect(await platform.prove(access(url), manager('integration-office-manager@globex.example'))).toMatchObject({
        why: 'wrong domain',
      });
    }));

  it('of somebody who may too little', () =>
    loginInteraction(
      'the seed',
      'a log-in of a Basic User',
      passwordGrant('100@acme.example'),
      200,
      token('Basic User', 'acme.example'),
    ).executeTest(async ({ url }) => {
      expect(await platform.prove(access(url), manager('100'))).toMatchObject({ why: 'scope too low', seen: 'Basic User' });
    }));

  it('of a Reseller', () =>
    loginInteraction('the seed', 'a log-in of a Reseller', passwordGrant('reseller@northwind.example'), 200, {
      access_token: hex(TOKEN),
      scope: 'Reseller',
      territory: 'northwind',
    }).executeTest(async ({ url }) => {
      const account = { username: 'reseller@northwind.example', password: new Secret('mock-password') };
      expect(await logIn(callsTo(url), access(url), account)).toMatchObject({
        loggedIn: true,
        login: { scope: 'Reseller', territory: 'northwind' },
      });
    }));

  it('with a wrong client', () =>
    loginInteraction(
      'the seed',
      'a log-in with a wrong client secret',
      passwordGrant('integration-office-manager@acme.example', { client_secret: 'wrong-client-secret' }),
      401,
      { error: 'invalid_client' },
    ).executeTest(async ({ url }) => {
      expect(await platform.prove(access(url, 'wrong-client-secret'), manager('integration-office-manager'))).toMatchObject({
        why: 'wrong client',
      });
    }));

  it('with a wrong password', () =>
    loginInteraction(
      'the seed',
      'a log-in with a wrong password',
      passwordGrant('integration-office-manager@acme.example', { password: 'wrong-password' }),
      400,
      { error: 'invalid_grant' },
    ).executeTest(async ({ url }) => {
      expect(await platform.prove(access(url), manager('integration-office-manager', 'wrong-password'))).toMatchObject({
        why: 'wrong password',
      });
    }));

  it('without a secure password', () =>
    loginInteraction(
      'a user without a secure password',
      'a log-in with a legacy password',
      passwordGrant('legacy@acme.example'),
      200,
      {
        access_token: '',
        scope: null,
        legacy: true,
      },
    ).executeTest(async ({ url }) => {
      expect(await platform.prove(access(url), manager('legacy'))).toMatchObject({ why: 'no secure password' });
    }));

  it('with a second factor', () =>
    loginInteraction('a user with MFA', 'a log-in that wants a second factor', passwordGrant('mfa@acme.example'), 200, {
      // One marker is enough for us, and the partial token is none that we want.
      mfa_type: string('authenticator'),
    }).executeTest(async ({ url }) => {
      expect(await platform.prove(access(url), manager('mfa'))).toMatchObject({ why: 'MFA on' });
    }));

  it('is renewed with its refresh token', () =>
    loginInteraction(
      'the seed',
      'a refresh of the token',
      {
        grant_type: 'refresh_token',
        client_id: 'acrobits-softphone',
        client_secret: 'mock-client-secret',
        refresh_token: REFRESH_TOKEN,
      },
      200,
      token('Office Manager', 'acme.example'),
    ).executeTest(async ({ url }) => {
      expect(await refresh(callsTo(url), access(url), new Secret(REFRESH_TOKEN), [])).toMatchObject({
        loggedIn: true,
        login: { scope: 'Office Manager', domain: 'acme.example' },
      });
    }));
});

const withToken = (state: string, description: string, path: string, query: Record<string, string> = {}) =>
  pact
    .addInteraction()
    .given(state)
    .uponReceiving(description)
    .withRequest('GET', path, (builder) => builder.headers({ authorization: `Bearer ${TOKEN}` }).query(query));

const PAGE = { start: '0', limit: '200' };
const withBearer = { token: new Secret(TOKEN) };
/** Reads with the token that the provider knows. */
const readerAt = (url: string) =>
  createReader(
    createAsking(callsTo(url), {
      call: async (act) => ({ answer: await act(withBearer.token), secrets: [] }),
      beforeWriting: async () => {},
    }),
  );

it('a domain in reach can be read', () =>
  withToken('the seed', 'a question for a domain', '/ns-api/v2/domains/acme.example')
    .willRespondWith(200, (builder) => builder.jsonBody({ domain: 'acme.example' }))
    .executeTest(async ({ url }) => {
      expect(
        await callsTo(url).send('get', '/domains/{domain}', { ...withBearer, params: { domain: 'acme.example' } }),
      ).toMatchObject({
        status: 200,
        body: { domain: 'acme.example' },
      });
    }));

it('the subscriptions of a domain are listed', () =>
  withToken('the domain has both subscriptions', 'a question for the subscriptions', SUBSCRIPTIONS, PAGE)
    .willRespondWith(200, (builder) =>
      builder.jsonBody(
        arrayContaining(
          ...['message', 'messagesession'].map((model, n) => ({
            id: hex(`0f1e2d3c4b5a69788796a5b4c3d2e1f${n}`),
            model,
            'post-url': regex(
              '^https?://[^/]+/netsapiens/callbacks/.+$',
              'https://messaging.example.net/netsapiens/callbacks/NSACME/message',
            ),
            domain: 'acme.example',
          })),
        ),
      ),
    )
    .executeTest(async ({ url }) => {
      const rows = await collect(readerAt(url).list('/subscriptions', {}));
      expect(rows).toMatchObject([{ model: 'message' }, { model: 'messagesession' }]);
    }));

it('an expired token is told apart from one that may not', () =>
  withToken('an expired token', 'a question with an expired token', SUBSCRIPTIONS, PAGE)
    .willRespondWith(401, (builder) =>
      builder.jsonBody({ code: integer(401), message: regex('^.*expired.*$', 'The access token provided has expired') }),
    )
    .executeTest(async ({ url }) => {
      const { status, body } = await callsTo(url).send('get', '/subscriptions', { ...withBearer, query: PAGE });
      expect([status, isExpired(body)]).toEqual([401, true]);
    }));
