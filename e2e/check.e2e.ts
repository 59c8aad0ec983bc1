import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call } from '../scripts/lib/person.ts';
import { failedIn, openVendors, toldBy, type Vendors } from './check/vendors.ts';

let vendors: Vendors;
beforeAll(async () => {
  vendors = await openVendors();
});
afterAll(() => vendors.close());

const acme = {
  domain: 'acme.example',
  officeManagerName: 'integration-office-manager',
  officeManagerPassword: { env: 'OFFICE_MANAGER' },
};
const file = (change: object = {}) => ({ environments: [{ ...vendors.environment, ...change }] });

/** Of the mock's seed: a prefix, one word again and again, and a checksum. */
const KEYS = {
  reseller: 'nsr_inventedinventedinventedinventedinventedinventedd794fd50',
  user: 'nsu_inventedinventedinventedinventedinventedinventedfde1bc05',
  readonly: 'nsd_readonlyreadonlyreadonlyreadonlyreadonlyreadonlya03890cc',
  messages: 'nsd_messagesmessagesmessagesmessagesmessagesmessages85764f76',
  elsewhere: 'nsd_elsewhereelsewhereelsewhereelsewhereelsewhereels631b441f',
};

describe('npm run check', () => {
  test('an environment that is ready: exit 0, one JSON object a check, each with its owner', async () => {
    const said = await vendors.check(file(), ['--json']);
    expect(said.err).toBe('');
    const told = toldBy(said);
    expect(failedIn(said)).toEqual([]);
    expect(said.code).toBe(0);
    for (const one of told) {
      expect(one).toMatchObject({
        target: 'NSACME',
        check: expect.stringMatching(/^[a-z0-9-]+$/),
        status: expect.stringMatching(/^(passed|unknown)$/),
      });
      expect(['CSP', 'NetSapiens operator', 'Acrobits', 'Xima']).toContain(one.owner);
      expect(one.fix === '').toBe(one.status === 'passed');
    }
    expect(told.filter(({ status }) => status === 'passed').map(({ check }) => check)).toEqual(
      expect.arrayContaining([
        'portal-api',
        'portal-certificate',
        'oauth-client',
        'core-sip',
        'core-sip-udp',
        'core-sip-tcp',
        'core-sip-tls',
      ]),
    );
  });

  test('a table for people: what failed stands first and says what to do; JUnit for CI; exit 1', async () => {
    const junit = path.join(vendors.dataDir, 'junit.xml');
    const said = await vendors.check(file({ clientId: 'somebody-else', domains: [acme] }), ['--junit', junit]);
    expect(said.code).toBe(1);
    const lines = said.out.split('\n');
    expect(lines[0]).toMatch(/^NSACME: 1 failed, \d+ unknown, \d+ passed \(\d+\.\d s\)$/);
    expect(lines[2]).toMatch(
      /^ {2}✗ failed +NetSapiens knows the application that logs in \(OAuth client\) +NetSapiens operator$/,
    );
    expect(said.out).toContain('→ Compare both with System → Settings → Advanced → OAuth Clients');
    const xml = await readFile(junit, 'utf8');
    expect(xml).toMatch(/<testsuite name="acrobits NSACME" tests="\d+" failures="1"/);
    expect(xml).toMatch(/<failure message="It was refused: client ID or client secret is wrong/);
  });

  test('a domain with an Office Manager: what Acrobits still has to do is named', async () => {
    const said = await vendors.check(file({ domains: [acme] }), ['--json']);
    expect(said.code).toBe(1);
    expect(toldBy(said).filter(({ status }) => status === 'failed')).toMatchObject([
      { target: 'NSACME/acme.example', check: 'subscriptions-present', owner: 'Acrobits' },
    ]);
  });

  test.each([
    ['legacy', 'office-manager-password'],
    ['mfa', 'office-manager-mfa'],
  ])('an Office Manager called %s is found out before Acrobits is', async (name, check) => {
    const said = await vendors.check(file({ domains: [{ ...acme, officeManagerName: name }] }), ['--json']);
    expect(failedIn(said)).toEqual([check]);
  });

  test.each([
    ['clientId', 'somebody-else', 'oauth-client'],
    ['clientSecret', { env: 'WRONG' }, 'oauth-client'],
    ['portalUrl', 'https://portal.nowhere.invalid', 'portal-address'],
    ['coreHost', 'core1.nowhere.invalid', 'core-address'],
    ['corePort', 1, 'core-sip-udp core-sip-tcp'],
    ['cloudId', 'NSACMI', 'cloud-id'],
    ['apiKey', { env: 'WRONG' }, 'messaging-key'],
    ['messagingHost', 'api.nowhere.invalid', 'messaging-address'],
  ])('a wrong %s is found and named', async (name, wrong, checks) => {
    const said = await vendors.check(file({ [name]: wrong }), ['--json'], { WRONG: 'canary-wrong' });
    expect(failedIn(said).join(' ')).toBe(checks);
    expect(said.code).toBe(1);
    expect(said.out).not.toContain('canary');
  });

  test('a person’s own account is told apart from one for this purpose', async () => {
    await call(`${vendors.netsapiens}/_mock/seed`, {
      users: [
        {
          domain: 'globex.example',
          user: '100',
          login: '100@globex.example',
          password: 'mock-password',
          scope: 'Office Manager',
        },
      ],
    });
    const said = await vendors.check(file({ domains: [{ ...acme, domain: 'globex.example', officeManagerName: '100' }] }), [
      '--json',
    ]);
    expect(failedIn(said)).toEqual(['office-manager-dedicated', 'subscriptions-present']);
  });

  test('with a static API key everything is seen that the key can see, and what it cannot do is told', async () => {
    const declared = file({ netsapiensKey: { env: 'NS_KEY' }, domains: [{ domain: 'acme.example' }] });
    const withKey = (key: keyof typeof KEYS) => vendors.check(declared, ['--json'], { NS_KEY: KEYS[key] });
    const reseller = await withKey('reseller');
    expect(failedIn(reseller)).toEqual(['subscriptions-present']);
    const seen = toldBy(reseller).filter(({ check }) =>
      ['api-key', 'domain-visible', 'users-listed', 'device-names'].includes(check),
    );
    expect(seen.map(({ status }) => status)).toEqual(['passed', 'passed', 'passed', 'passed']);
    expect(failedIn(await withKey('readonly'))).toContain('api-key-writes');
    expect(failedIn(await withKey('messages'))).toContain('api-key-models');
    expect(failedIn(await withKey('user'))).toContain('api-key-scope');
    expect(failedIn(await withKey('elsewhere'))).toEqual(['api-key-addresses']);
  });

  test.each([
    ['no file', ['check'], /^Which file\? Give the one that declares your environments/],
    ['a file that is not there', ['check', '/nowhere/environments.yaml'], /cannot be read \(ENOENT\)/],
    ['a flag that is none', ['check', 'x.yaml', '--josn'], /Unknown argument: josn/],
    ['a command that is none', ['chekc'], /Unknown (command|argument): chekc/],
  ])('%s: exit 2, and one sentence', async (_, words, sentence) => {
    const said = await vendors.command(words);
    expect(said).toMatchObject({ code: 2, out: '' });
    expect(said.err).toMatch(sentence);
    expect(said.err).not.toMatch(/^ {4}at /m);
  });

  test.each([
    ['nothing in it', () => ({}), /declares nothing to check/],
    [
      'a secret where its name belongs',
      () => file({ clientSecret: 'mock-client-secret' }),
      /clientSecret: expected \{ env: NAME \}/,
    ],
    ['a variable that is not set', () => file({ apiKey: { env: 'NOT_SET' } }), /apiKey: NOT_SET is not set in the environment/],
    ['a value that is none', () => file({ coreHost: 'sip:core1' }), /coreHost: Leave scheme, port and path out: core1/],
  ])('a file with %s: exit 2', async (_, declared, sentence) => {
    const said = await vendors.check(declared());
    expect(said).toMatchObject({ code: 2, out: '' });
    expect(said.err).toMatch(sentence);
    expect(said.err).not.toContain('mock-client-secret');
  });

  test('private addresses are refused unless a developer allows them', async () => {
    const said = await vendors.check(file(), ['--json'], { ALLOW_PRIVATE_HOSTS: '0' });
    expect(failedIn(said)).toEqual(['portal-address', 'core-address', 'messaging-address']);
  });

  test('no secret is printed, in any shape', async () => {
    const declared = file({ domains: [acme], netsapiensKey: { env: 'NS_KEY' } });
    for (const words of [[], ['--json']]) {
      const { out, err } = await vendors.check(declared, words, { NS_KEY: KEYS.reseller });
      for (const secret of ['mock-client-secret', 'mock-cloud-api-key', 'mock-password', KEYS.reseller])
        expect(out + err).not.toContain(secret);
    }
  });

  test('hosts that accept and never answer cost 20 seconds at most, and nothing is called good or bad that nobody saw', async () => {
    const still = createServer(() => {}).listen(0, '127.0.0.1');
    await once(still, 'listening');
    const { port } = still.address() as AddressInfo;
    const deaf = createSocket('udp4').bind(port, '127.0.0.1');
    const began = Date.now();
    const said = await vendors.check(
      file({ portalUrl: `https://localhost:${port}`, corePort: port, coreTlsPort: port, messagingHost: `localhost:${port}` }),
      ['--json'],
    );
    expect(Date.now() - began).toBeLessThan(20_000);
    expect(said.code).toBe(0);
    const status = Object.fromEntries(toldBy(said).map((one) => [one.check, one.status]));
    expect(status).toMatchObject({
      'portal-reachable': 'unknown',
      'portal-api': 'unknown',
      'core-sip': 'unknown',
      'messaging-key': 'unknown',
    });
    still.close();
    deaf.close();
  });

  test('answers after 30 seconds are not waited for', async () => {
    await call(`${vendors.netsapiens}/_mock/faults`, { operation: 'getVersion', times: 9, delayMs: 30_000 });
    const began = Date.now();
    const said = await vendors.check(file(), ['--json']);
    expect(Date.now() - began).toBeLessThan(20_000);
    expect(toldBy(said).find(({ check }) => check === 'portal-api')?.status).toBe('unknown');
    await fetch(`${vendors.netsapiens}/_mock/faults`, { method: 'DELETE' });
  });

  test('a portal that answers with a login page is no API', async () => {
    await call(`${vendors.netsapiens}/_mock/faults`, {
      operation: 'getVersion',
      times: 9,
      status: 200,
      body: '<html><body>Log in</body></html>',
      headers: { 'content-type': 'text/html' },
    });
    expect(failedIn(await vendors.check(file(), ['--json']))).toEqual(['portal-api']);
    await fetch(`${vendors.netsapiens}/_mock/faults`, { method: 'DELETE' });
  });
});
