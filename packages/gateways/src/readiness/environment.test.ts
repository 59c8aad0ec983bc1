import { Secret } from '@enablement/core';
import { afterAll, describe, expect, test } from 'vitest';
import { stopAll } from '../net/servers-for-tests.ts';
import { stopProbing } from '../probes/servers-for-tests.ts';
import { accepted, STANDARD, token } from './platform-for-tests.ts';
import { type Circumstances, stage } from './stage-for-tests.ts';

afterAll(async () => {
  await stopProbing();
  await stopAll();
});

const html = (status: number, headers: Record<string, string> = {}): Required<Circumstances>['platform'] => ({
  before: (_, response) => {
    response.writeHead(status, { 'content-type': 'text/html', ...headers }).end('<html><body>Log in</body></html>');
    return true;
  },
});
const late = (ms: number): Required<Circumstances>['platform'] => ({
  before: (request, response) => {
    if (!request.url?.endsWith('/version')) return false;
    setTimeout(() => response.writeHead(200, { 'content-type': 'application/json' }).end('{"apiversion":"44.4"}'), ms);
    return true;
  },
});
const dated = (date: string | undefined): Required<Circumstances>['platform'] => ({
  before: (_, response) => {
    response.sendDate = false;
    if (date !== undefined) response.setHeader('date', date);
    return false;
  },
});
const key = (key: { status: number; body: object }, value = 'nsr_12345678-canary'): Circumstances => ({
  given: { netsapiensKey: new Secret(value) },
  platform: { key },
});
const manager = ({
  domain = 'acme.example',
  login = 'integration-office-manager@acme.example',
  password = 'canary-password',
}) => ({
  domain,
  officeManager: { login, password: new Secret(password) },
});
/** The subscription for messages, changed. */
const subscription = (change: object): Circumstances => {
  const [message, ...rest] = STANDARD.subscriptions;
  return message === undefined ? {} : { platform: { subscriptions: [{ ...message, ...change }, ...rest] } };
};
const hidden: Circumstances = { platform: { domainStatus: 404 } };
const csp = {
  company: 'Northwind Telecom',
  contactName: 'Alex Example',
  contactEmail: 'ops@northwind.example',
  contactPhone: '+1 555 123 0100',
};
const at =
  (host: string, address: string): Required<Circumstances>['resolver'] =>
  async (asked) =>
    asked === host ? [address] : ['127.0.0.1'];
const deadPortal: Circumstances = { given: { portalUrl: 'https://portal.nowhere.example' } };
const deadCore: Circumstances = { given: { coreHost: 'core1.nowhere.example' } };
const deadMessaging: Circumstances = { given: { messaging: { host: 'api.nowhere.example', apiKey: new Secret('x') } } };
const noListener: Circumstances = { given: { portalUrl: 'https://portal.northwind.example:1' } };
const silence = async () => new Promise<never>(() => {});

/** How each check fails, and how it comes that nobody knows. */
const CASES: Readonly<Record<string, { failed: Circumstances; unknown: Circumstances }>> = {
  'portal-address': { failed: deadPortal, unknown: { resolver: silence } },
  'portal-ipv4': { failed: { resolver: at('portal.northwind.example', '::ffff:127.0.0.1') }, unknown: deadPortal },
  'portal-reachable': { failed: noListener, unknown: deadPortal },
  'portal-certificate': { failed: { certificate: { name: 'other.example' } }, unknown: noListener },
  'portal-certificate-end': { failed: { certificate: { days: 5 } }, unknown: { certificate: { days: -1 } } },
  'portal-tls-version': { failed: { tls: { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1' } }, unknown: noListener },
  'portal-answers': { failed: { platform: html(503) }, unknown: { platform: late(10_000) } },
  'portal-redirect': {
    failed: { platform: html(302, { location: 'https://other.northwind.example/login' }) },
    unknown: noListener,
  },
  'portal-api': {
    failed: { platform: html(200) },
    unknown: { platform: html(302, { location: 'https://other.northwind.example' }) },
  },
  'portal-clock': { failed: { platform: dated('Sat, 31 Jan 2026 10:00:00 GMT') }, unknown: { platform: dated(undefined) } },
  'portal-speed': { failed: { platform: late(1_700) }, unknown: { platform: late(10_000) } },
  'netsapiens-version': { failed: { platform: { version: { apiversion: '43.2' } } }, unknown: { platform: html(200) } },
  'oauth-client': {
    failed: { given: { clientSecret: new Secret('wrong') } },
    unknown: { given: { domains: [] }, platform: refusing('Access denied') },
  },
  'api-key': {
    failed: key({ status: 401, body: { code: 401, message: 'Invalid token' } }),
    unknown: { ...key(accepted()), platform: html(200) },
  },
  'api-key-addresses': {
    failed: key({ status: 403, body: { code: 403, message: 'This API key does not work from 192.0.2.1' } }),
    unknown: key({ status: 401, body: { code: 401, message: 'Invalid token' } }),
  },
  'api-key-scope': { failed: key(accepted(), 'nsu_12345678-canary'), unknown: key({ status: 401, body: {} }) },
  'api-key-writes': { failed: key(accepted({ readonly: 'yes' })), unknown: key({ status: 401, body: {} }) },
  'api-key-models': {
    failed: key(accepted({ 'allowed-models': 'message,messagesession,event' })),
    unknown: key({ status: 401, body: {} }),
  },
  'core-address': { failed: deadCore, unknown: { resolver: silence } },
  'core-ipv4': { failed: { resolver: at('core1.northwind.example', '::ffff:127.0.0.1') }, unknown: deadCore },
  'core-services': {
    failed: { services: [{ host: 'old.nowhere.example', port: 5060, priority: 1, weight: 1 }] },
    unknown: { services: 'silent' },
  },
  'core-sip': {
    failed: { sip: { udp: 'silent', tcp: 'noise', tls: 'noise' } },
    unknown: { sip: { udp: 'silent', tcp: 'silent', tls: 'silent' } },
  },
  'core-sip-udp': { failed: { sip: { udp: 'noise' } }, unknown: { sip: { udp: 'silent' } } },
  'core-sip-tcp': { failed: { sip: { tcp: 'noise' } }, unknown: { sip: { tcp: 'silent' } } },
  'core-sip-tls': { failed: { sip: { certificateName: 'other.example' } }, unknown: deadCore },
  'core-speed': { failed: { sip: { delay: 1_700 } }, unknown: deadCore },
  'cloud-id': {
    failed: { given: { cloudId: 'NSACMI' } },
    unknown: { given: { cloudId: 'NS.ACME' }, messaging: (_, response) => response.writeHead(422).end('{}') },
  },
  'messaging-address': { failed: deadMessaging, unknown: { resolver: silence } },
  'messaging-ipv4': { failed: { resolver: at('api-us.messaging.example', '::ffff:127.0.0.1') }, unknown: deadMessaging },
  'messaging-reachable': {
    failed: { given: { messaging: { host: 'api-us.messaging.example:1', apiKey: new Secret('x') } } },
    unknown: deadMessaging,
  },
  'messaging-certificate': { failed: { messagingCertificate: { name: 'other.example' } }, unknown: deadMessaging },
  'messaging-certificate-end': { failed: { messagingCertificate: { days: 3 } }, unknown: deadMessaging },
  'messaging-tls-version': { failed: { messagingTls: { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1' } }, unknown: deadMessaging },
  'messaging-api': {
    failed: { messaging: (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html></html>') },
    unknown: deadMessaging,
  },
  'messaging-key': {
    failed: { apiKey: 'canary-other-key' },
    unknown: { messaging: (_, response) => response.writeHead(422).end('{}') },
  },
  'csp-contact-email': { failed: { mx: [''] }, unknown: { mx: 'silent' } },
  'domain/office-manager-login': { failed: { given: { domains: [manager({ password: 'wrong' })] } }, unknown: deadPortal },
  'domain/office-manager-password': {
    failed: { platform: { login: token({ access_token: '', scope: null }) } },
    unknown: deadPortal,
  },
  'domain/office-manager-mfa': {
    failed: { platform: { login: { mfa: 'mfa_required', access_token: 'x', token_type: 'Bearer' } } },
    unknown: deadPortal,
  },
  'domain/office-manager-scope': { failed: { platform: { login: token({ scope: 'Basic User' }) } }, unknown: deadPortal },
  'domain/office-manager-dedicated': {
    failed: { platform: { managersDevices: [{ device: '900', user: '900' }] } },
    unknown: { platform: { domainStatus: 404 } },
  },
  'domain/domain-visible': { failed: { platform: { domainStatus: 404 } }, unknown: deadPortal },
  'domain/users-listed': { failed: { platform: { users: [] } }, unknown: { platform: { domainStatus: 403 } } },
  'domain/device-names': {
    failed: { platform: { devices: [{ device: 'ada-mobile', user: '100' }] } },
    unknown: { platform: { domainStatus: 401 } },
  },
  'domain/subscriptions-present': {
    failed: { platform: { subscriptions: STANDARD.subscriptions.slice(0, 1) } },
    unknown: hidden,
  },
  'domain/subscriptions-status': { failed: subscription({ status: 'error' }), unknown: hidden },
  'domain/subscriptions-server': {
    failed: subscription({ 'current-active-server': 'https://core1.northwind.example' }),
    unknown: hidden,
  },
  'domain/subscriptions-end': {
    failed: subscription({ 'subscription-expires-datetime': '2026-01-31 10:00:00' }),
    unknown: { platform: { subscriptions: [] } },
  },
};

function refusing(message: string): Required<Circumstances>['platform'] {
  return {
    before: (request, response) => {
      if (!request.url?.endsWith('/tokens')) return false;
      response.writeHead(401, { 'content-type': 'application/json' }).end(JSON.stringify({ code: 401, message }));
      return true;
    },
  };
}

/** Rules about nothing but what was typed: there is nothing that could not be seen. */
const TYPED = ['csp-company', 'csp-contact-name', 'csp-contact-phone'];

describe('each check of an environment', () => {
  test('passes when everything is as it should be, and has its cases here', async () => {
    const { all, report } = await stage(key(accepted()));
    expect(all('failed')).toEqual([]);
    expect(all('unknown')).toEqual([]);
    expect([...all('passed')].sort()).toEqual([...Object.keys(CASES), ...TYPED].sort());
    expect(JSON.stringify(report)).not.toContain('canary');
  });

  test.concurrent.each(Object.entries(CASES))(
    '%s fails, alone in what blocks, and says what to do',
    async (check, { failed }) => {
      const { finding, all, report } = await stage(failed);
      expect(finding(check)).toMatchObject({
        status: 'failed',
        seen: expect.stringMatching(/\S/),
        fix: expect.stringMatching(/\.$/),
      });
      expect(all('failed')).toEqual([check]);
      expect(JSON.stringify(report)).not.toContain('canary');
    },
  );

  test.concurrent.each(Object.entries(CASES))('%s is unknown when it cannot be judged', async (check, { unknown }) => {
    const { finding, report } = await stage(unknown);
    expect(finding(check)).toMatchObject({
      status: 'unknown',
      seen: expect.stringMatching(/\S/),
      fix: expect.stringMatching(/\S/),
    });
    expect(JSON.stringify(report)).not.toContain('canary');
  });
});

/** Acrobits' marketplace requirements, value by value. */
const VALUES: readonly (readonly [value: string, wrong: Circumstances, check: string])[] = [
  ['Client ID', { given: { clientId: 'acrobits' } }, 'oauth-client'],
  ['Client Secret', { given: { clientSecret: new Secret('wrong') } }, 'oauth-client'],
  ['NetSapiens portal URL', deadPortal, 'portal-address'],
  ['Primary core hostname', deadCore, 'core-address'],
  ['CSP company name', { given: { csp: { ...csp, company: 'n/a' } } }, 'csp-company'],
  ['CSP contact name', { given: { csp: { ...csp, contactName: '-' } } }, 'csp-contact-name'],
  ['CSP contact e-mail', { mx: [''] }, 'csp-contact-email'],
  ['CSP contact phone', { given: { csp: { ...csp, contactPhone: '555' } } }, 'csp-contact-phone'],
  ['cloudId', { given: { cloudId: 'NSACMI' } }, 'cloud-id'],
  ['cloudId API key', { apiKey: 'canary-other-key' }, 'messaging-key'],
  ['Acrobits messaging server host', deadMessaging, 'messaging-address'],
  ['domainName', { given: { domains: [manager({ domain: 'acmi.example' })] } }, 'domain/domain-visible'],
  [
    'officeManagerName',
    { given: { domains: [manager({ login: 'office-manager@acme.example' })] } },
    'domain/office-manager-login',
  ],
  ['officeManagerPassword', { given: { domains: [manager({ password: 'wrong' })] } }, 'domain/office-manager-login'],
];

test.concurrent.each(VALUES)('a wrong %s is found and named by exactly one check', async (_, wrong, check) => {
  expect((await stage(wrong)).all('failed')).toEqual([check]);
});

describe('bad days', () => {
  const open = ({ all }: Awaited<ReturnType<typeof stage>>) => all('failed');

  test.concurrent.each([401, 405, 503])('a core that answers %i to OPTIONS is reachable all the same', async (status) => {
    const { finding, all } = await stage({ sip: { udp: status, tcp: status, tls: status } });
    expect(finding('core-sip').status).toBe('passed');
    expect(all('failed')).toEqual([]);
  });

  test.concurrent('UDP silence is unknown and not failed', async () => {
    const { finding, all } = await stage({ sip: { udp: 'silent' } });
    expect(finding('core-sip-udp').status).toBe('unknown');
    expect(all('failed')).toEqual([]);
  });

  test.concurrent('a portal that sends people to a login page of its own, with 200, is no API', async () => {
    const page = html(200);
    const redirecting = (
      request: Parameters<(typeof page)['before'] & object>[0],
      response: Parameters<(typeof page)['before'] & object>[1],
    ) =>
      request.url?.includes('login')
        ? (page.before?.(request, response) ?? false)
        : (html(302, { location: '/login' }).before?.(request, response) ?? false);
    expect(open(await stage({ platform: { before: redirecting } }))).toEqual(['portal-api']);
  });

  test.concurrent('a name that leads into a private range is refused, and nothing there is called', async () => {
    const { finding, all } = await stage({ resolver: async () => ['169.254.169.254'] });
    expect(finding('portal-address').seen).toContain('169.254.169.254');
    expect(all('failed')).toEqual(['portal-address', 'core-address', 'messaging-address']);
  });

  test.concurrent('an API key sees a domain without anybody’s password', async () => {
    const { all } = await stage({
      given: { netsapiensKey: new Secret('nsd_12345678-canary'), domains: [{ domain: 'acme.example' }] },
      platform: { key: accepted({ domain: 'acme.example' }) },
    });
    expect(all('failed')).toEqual([]);
    expect(all('passed')).toEqual(
      expect.arrayContaining(['domain/domain-visible', 'domain/users-listed', 'domain/subscriptions-present']),
    );
  });

  test('the report comes in time when everybody keeps still', async () => {
    const began = Date.now();
    const { all } = await stage({ resolver: silence, services: 'silent', mx: 'silent' });
    expect(Date.now() - began).toBeLessThan(8_000);
    expect(all('failed')).toEqual([]);
    expect(all('passed')).not.toContain('portal-address');
  });
});
