import { describe, expect, test } from 'vitest';
import type { XimaTarget } from '../../environments/environment.ts';
import { Refused, Unreachable } from '../../errors.ts';
import type { Inspector, LogInSeen } from '../../ports/inspection.ts';
import type { SipAnswer } from '../../ports/probes.ts';
import { Secret } from '../../secret.ts';
import { examine } from '../examine.ts';
import { examineForXima } from './examination.ts';
import type { XimaLookPorts } from './look.ts';

const RIGHT: XimaTarget = {
  domain: 'acme.example',
  sipProxyServerHost: 'portal.northwind.example',
  sipProxyServerPort: 5060,
  apiUrl: 'https://portal.northwind.example',
  apiClientId: 'xima',
  apiClientSecret: new Secret('canary-client'),
  apiUsername: 'xima@acme.example',
  apiPassword: new Secret('canary-password'),
  did: '15551230100',
};
const OTHER = new Secret('canary-other');

const PEOPLE: Readonly<Record<string, LogInSeen>> = {
  'xima@acme.example': { loggedIn: true, scope: 'Office Manager', domain: 'acme.example' },
  'boss@northwind.example': { loggedIn: true, scope: 'Reseller', domain: 'northwind.example' },
  '100@acme.example': { loggedIn: true, scope: 'Basic User', domain: 'acme.example' },
  'xima@globex.example': { loggedIn: true, scope: 'Office Manager', domain: 'globex.example' },
  'legacy@acme.example': { loggedIn: false, why: 'no secure password', seen: 'no usable token' },
  'mfa@acme.example': { loggedIn: false, why: 'MFA on', seen: 'a second factor was asked for' },
};
const NUMBERS: Readonly<Record<string, string>> = { '15551230100': 'to-user', '15551230109': 'available-number' };

/** One platform at portal.northwind.example that speaks SIP at 5060, and a web server without an API. */
function world(change: Partial<{ sip: SipAnswer; portal: () => never; clientAnswer: 'unclear' }> = {}): XimaLookPorts {
  const inspector = (username: string): Inspector => {
    const seen = PEOPLE[username];
    if (!seen?.loggedIn) throw new Error('nobody is logged in');
    const sees = (domain: string) =>
      seen.scope === 'Reseller' ? domain === 'acme.example' || domain === 'empty.example' : seen.domain === domain;
    const managing = () => {
      if (seen.scope === 'Basic User') throw new Refused('The scope is too low.', 'Raise it.');
    };
    return {
      domain: async (domain) => (sees(domain) ? { visible: true } : { visible: false, seen: 'not found' }),
      users: async (domain) => {
        managing();
        return { count: domain === 'empty.example' ? 0 : 4, first: [] };
      },
      phoneNumber: async (_domain, number) => {
        managing();
        const application = NUMBERS[number];
        return application === undefined
          ? undefined
          : { number, application, destinationUser: application === 'to-user' ? '100' : undefined, destinationHost: undefined };
      },
      userByLogin: async () => undefined,
      devices: async () => [],
      subscriptions: async () => [],
    };
  };
  return {
    probes: {
      addresses: async (host) => {
        if (host === 'private.example') return { found: 'private', address: '10.0.0.1' };
        return host.startsWith('nowhere') ? { found: 'nothing' } : { found: 'public', v4: ['203.0.113.10'], v6: [] };
      },
      sip: async ({ host, port }) => {
        if (host === 'portal.northwind.example' && port === 5060)
          return change.sip ?? { answered: true, status: 405, reason: 'Method Not Allowed', took: 12 };
        return { answered: false, how: 'refused' };
      },
    },
    platform: {
      portal: async (url) => {
        change.portal?.();
        return url === RIGHT.apiUrl
          ? { answer: 'speaks v2', version: '44.4.10' }
          : { answer: 'not an API host', seen: 'an HTML page' };
      },
    },
    inspection: {
      client: async () => change.clientAnswer ?? 'accepted',
      logIn: async ({ clientId, clientSecret }, username, password) => {
        if (clientId !== 'xima' || clientSecret.reveal() !== 'canary-client')
          return { loggedIn: false, why: 'wrong client', seen: 'invalid_client' };
        const seen = password.reveal() === 'canary-password' ? PEOPLE[username] : undefined;
        return seen ?? { loggedIn: false, why: 'wrong password', seen: 'invalid_grant' };
      },
      open: (_portal, entry) => inspector('username' in entry ? entry.username : ''),
    },
  };
}

const ports = { clock: { now: () => new Date('2026-03-02T09:00:00Z') }, timer: { after: () => () => {} } };
const check = (change: Partial<XimaTarget>, ...more: [Parameters<typeof world>[0]?, Parameters<typeof examineForXima>[2]?]) =>
  examine(examineForXima({ ...RIGHT, ...change }, world(more[0]), more[1]), ports);
const named = (findings: Awaited<ReturnType<typeof check>>, status: string) =>
  findings.filter((one) => one.status === status).map((one) => one.check);

describe('what Xima needs of NetSapiens', () => {
  test('with the right values every check passes, in the order of Xima’s own list', async () => {
    const findings = await check({});
    expect(findings.map(({ status }) => status)).toEqual(findings.map(() => 'passed'));
    expect(findings.map((one) => one.check)).toEqual([
      'xima-api-url',
      'xima-oauth-client',
      'xima-redirect-url',
      'xima-own-client',
      'xima-api-user',
      'xima-scope',
      'xima-secure-password',
      'xima-second-factor',
      'xima-domain',
      'xima-users',
      'xima-did',
      'xima-did-route',
      'xima-proxy-host',
      'xima-proxy-port',
    ]);
  });

  test.each<[string, Partial<XimaTarget>, string]>([
    ['domain', { domain: 'globex.example' }, 'xima-domain'],
    ['domain, of nobody', { domain: 'typo.example', apiUsername: 'boss@northwind.example' }, 'xima-domain'],
    ['domain, without users', { domain: 'empty.example', apiUsername: 'boss@northwind.example' }, 'xima-users'],
    ['sip_proxy_server_host, of nobody', { sipProxyServerHost: 'nowhere.example' }, 'xima-proxy-host'],
    ['sip_proxy_server_host, private', { sipProxyServerHost: 'private.example' }, 'xima-proxy-host'],
    ['sip_proxy_server_host, a web server', { sipProxyServerHost: 'www.northwind.example' }, 'xima-proxy-port'],
    ['sip_proxy_server_port', { sipProxyServerPort: 5070 }, 'xima-proxy-port'],
    ['api_url, of nobody', { apiUrl: 'https://nowhere.example' }, 'xima-api-url'],
    ['api_url, private', { apiUrl: 'https://private.example' }, 'xima-api-url'],
    ['api_url, a web server', { apiUrl: 'https://www.northwind.example' }, 'xima-api-url'],
    ['api_client_id', { apiClientId: 'acrobits-softphone' }, 'xima-oauth-client'],
    ['api_client_secret', { apiClientSecret: OTHER }, 'xima-oauth-client'],
    ['api_username', { apiUsername: 'nobody@acme.example' }, 'xima-api-user'],
    ['api_username, of little scope', { apiUsername: '100@acme.example' }, 'xima-scope'],
    ['api_username, without a secure password', { apiUsername: 'legacy@acme.example' }, 'xima-secure-password'],
    ['api_username, with a second factor', { apiUsername: 'mfa@acme.example' }, 'xima-second-factor'],
    ['api_username, of another domain', { apiUsername: 'xima@globex.example' }, 'xima-domain'],
    ['api_password', { apiPassword: OTHER }, 'xima-api-user'],
    ['DID', { did: '15559999999' }, 'xima-did'],
    ['DID, without a route', { did: '15551230109' }, 'xima-did-route'],
  ])('a wrong %s is named by exactly one check, with what to do', async (_field, change, expected) => {
    const findings = await check(change);
    expect(named(findings, 'failed')).toEqual([expected]);
    expect(findings.find(({ status }) => status === 'failed')?.fix).toMatch(/^[A-Z].*\.$/);
    expect(JSON.stringify(findings)).not.toContain('canary');
  });

  test('silence is unknown and no failure: of the proxy, and of the API', async () => {
    const silent = await check({}, { sip: { answered: false, how: 'silent' } });
    expect([named(silent, 'failed'), named(silent, 'unknown')]).toEqual([[], ['xima-proxy-port']]);
    const away = await check(
      {},
      {
        portal: () => {
          throw new Unreachable('Nobody answered.', 'Wait.');
        },
      },
    );
    expect(named(away, 'failed')).toEqual([]);
    expect(named(away, 'passed')).toEqual(['xima-own-client', 'xima-proxy-host', 'xima-proxy-port']);
  });

  test('when NetSapiens does not say which part of a log-in was wrong, the client stays unknown', async () => {
    const findings = await check({ apiPassword: OTHER }, { clientAnswer: 'unclear' });
    expect(named(findings, 'failed')).toEqual(['xima-api-user']);
    expect(named(findings, 'unknown')).toContain('xima-oauth-client');
  });

  test('an OAuth client that another application uses is a warning which names it', async () => {
    const acrobits = { application: 'Acrobits Cloud Softphone (NSACME)', portalUrl: RIGHT.apiUrl, clientId: 'xima' };
    const elsewhere = { ...acrobits, portalUrl: 'https://other.example' };
    expect(named(await check({}, {}, [elsewhere]), 'failed')).toEqual([]);
    const findings = await check({}, {}, [acrobits]);
    expect(findings.filter(({ status }) => status === 'failed')).toMatchObject([
      { check: 'xima-own-client', severity: 'warning', seen: expect.stringContaining('NSACME') },
    ]);
  });

  test('a refused client says that the redirect address may be the cause', async () => {
    const findings = await check({ apiClientSecret: OTHER });
    expect(findings.find((one) => one.check === 'xima-redirect-url')).toMatchObject({
      status: 'unknown',
      fix: expect.stringContaining('likely cause'),
    });
  });
});
