import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readEnvironments } from './read.ts';

const ENV = {
  NS_CLIENT_SECRET: 'hunter2-client',
  ACROBITS_API_KEY: 'hunter2-key',
  XIMA_CLIENT_SECRET: 'x1',
  XIMA_PASSWORD: 'x2',
};
const NSACME = `
  - cloudId: NSACME
    portalUrl: https://Portal.northwind.example/
    coreHost: core1.northwind.example
    clientId: acrobits-softphone
    clientSecret: { env: NS_CLIENT_SECRET }
`;
const XIMA = `
xima:
  - { domain: acme.example, sip_proxy_server_host: portal.northwind.example, api_url: "https://portal.northwind.example", api_client_id: xima,
      api_client_secret: { env: XIMA_CLIENT_SECRET }, api_username: xima@acme.example, api_password: { env: XIMA_PASSWORD }, did: "15551230100" }
`;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'environments-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(text: string, env: NodeJS.ProcessEnv = ENV) {
  const file = path.join(folder, 'environments.yaml');
  await writeFile(file, text);
  return readEnvironments(file, env);
}

describe('environments declared in a file', () => {
  test('values are read in one spelling, and secrets from the environment', async () => {
    const messaging = '    messagingHost: api-us.messaging.acrobits.example\n    apiKey: { env: ACROBITS_API_KEY }\n';
    const { environments, xima } = await read(`environments:${NSACME}${messaging}${XIMA}`);
    expect(environments[0]).toMatchObject({ cloudId: 'NSACME', portalUrl: 'https://portal.northwind.example' });
    expect(environments[0]?.clientSecret.reveal()).toBe('hunter2-client');
    expect(environments[0]?.messaging?.apiKey.reveal()).toBe('hunter2-key');
    expect(xima[0]).toMatchObject({ domain: 'acme.example', sipProxyServerPort: 5060, did: '15551230100' });
    expect(JSON.stringify({ environments, xima })).not.toContain('hunter2');
  });

  test('domains, whom to contact, ports and an API key may be told, for the checks', async () => {
    const more = `    corePort: 5070
    netsapiensKey: { env: NS_API_KEY }
    csp: { company: Northwind Telecom, contactName: Alex Example, contactEmail: ops@northwind.example }
    domains:
      - { domain: ACME.example, officeManagerName: integration-office-manager, officeManagerPassword: { env: XIMA_PASSWORD } }
      - domain: globex.example
`;
    const { environments } = await read(`environments:${NSACME}${more}`, { ...ENV, NS_API_KEY: 'hunter2-api-key' });
    expect(environments[0]).toMatchObject({
      corePort: 5070,
      csp: { company: 'Northwind Telecom' },
      domains: [{ domain: 'acme.example', officeManager: { login: 'integration-office-manager' } }, { domain: 'globex.example' }],
    });
    expect(environments[0]?.netsapiensKey?.reveal()).toBe('hunter2-api-key');
    expect(JSON.stringify(environments)).not.toContain('hunter2');
  });

  test('an empty file declares nothing', async () => {
    expect(await read('')).toEqual({ environments: [], xima: [] });
  });

  test.each([
    [
      'a secret instead of its name',
      NSACME.replace('{ env: NS_CLIENT_SECRET }', 'hunter2-client'),
      /\[0\]\.clientSecret: expected \{ env: NAME \}/,
    ],
    ['a variable that is not set', NSACME.replace('NS_CLIENT_SECRET', 'NOT_SET'), /\[0\]\.clientSecret: NOT_SET is not set/],
    ['a portal without scheme', NSACME.replace('https://Portal', 'Portal'), /\[0\]\.portalUrl: Write the whole address/],
    ['a word nobody knows', `${NSACME}    password: hunter2\n`, /\[0\]: does not know password/],
    ['a messaging host without its key', `${NSACME}    messagingHost: api.acrobits.example\n`, /come together/],
    [
      'an Office Manager without a password',
      `${NSACME}    domains: [{ domain: a.example, officeManagerName: om }]\n`,
      /domains\[0\]: give officeManagerName and/,
    ],
    [
      'a contact whose address is none',
      `${NSACME}    csp: { company: A, contactName: B, contactEmail: c }\n`,
      /csp\.contactEmail: This is not an e-mail/,
    ],
    ['a cloudId twice', NSACME + NSACME, /cloudId NSACME stands in it twice/],
    ['broken YAML', ' [', /is not YAML/],
    ['aliases', ' &a [*a]', /is not YAML/],
  ])('%s is told in one sentence, without a secret in it', async (_what, text, sentence) => {
    const failure = await read(`environments:${text}`).catch((error: Error) => error);
    expect(failure).toBeInstanceOf(Error);
    expect(String(failure)).toMatch(sentence);
    expect(String(failure)).not.toContain('hunter2');
  });

  test('a file that is not there', async () => {
    await expect(readEnvironments(path.join(folder, 'none.yaml'), ENV)).rejects.toThrow('cannot be read (ENOENT)');
  });
});
