import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Refused, Secret } from '@enablement/core';
import { PactV4 } from '@pact-foundation/pact';
import { afterAll, expect, it } from 'vitest';
import { overHttp } from '../net/fake-server.ts';
import { createNet } from '../net/index.ts';
import { createMessaging } from './index.ts';

const pacts = fileURLToPath(new URL('../../../contracts/pacts', import.meta.url));
// Pact merges into the file that it finds, so that an interaction that is no more would stay for ever.
rmSync(`${pacts}/enablement-acrobits.json`, { force: true });

const pact = new PactV4({ consumer: 'enablement', provider: 'acrobits', dir: pacts, logLevel: 'error' });
const net = createNet({ allowPrivateHosts: true });
afterAll(() => net.close());

const KNOWN = 'cloudId NSACME with its API key';

const provisioning = (
  state: string,
  description: string,
  status: number,
  { cloudId = 'NSACME', apiKey = 'mock-cloud-api-key' } = {},
) => ({
  promises: pact
    .addInteraction()
    .given(state)
    .uponReceiving(description)
    .withRequest('POST', `/netsapiens/callbacks/${cloudId}/domains`, (builder) =>
      builder.headers({ 'x-ntspns-api-key': apiKey }).jsonBody({
        domainName: 'acme.example',
        officeManagerName: 'integration-office-manager@acme.example',
        officeManagerPassword: 'mock-password',
      }),
    )
    .willRespondWith(status),
  at: (url: string) =>
    createMessaging({ fetch: overHttp(net.fetch) }).provision({
      messagingHost: new URL(url).host,
      cloudId,
      apiKey: new Secret(apiKey),
      domain: 'acme.example',
      officeManagerLogin: 'integration-office-manager@acme.example',
      officeManagerPassword: new Secret('mock-password'),
    }),
});

it('a domain is created', () => {
  const { promises, at } = provisioning(KNOWN, 'the first provisioning of a domain', 201);
  return promises.executeTest(async ({ url }) => expect(await at(url)).toBe('created'));
});

it('a domain that exists is confirmed', () => {
  const { promises, at } = provisioning('the domain exists already', 'another provisioning of a domain', 200);
  return promises.executeTest(async ({ url }) => expect(await at(url)).toBe('already existed'));
});

it('a wrong API key is refused', () => {
  const { promises, at } = provisioning(KNOWN, 'a provisioning with a wrong API key', 401, { apiKey: 'wrong-api-key' });
  return promises.executeTest(async ({ url }) => expect(await at(url).catch((error: unknown) => error)).toBeInstanceOf(Refused));
});

it('an unknown cloudId is refused', () => {
  const { promises, at } = provisioning(KNOWN, 'a provisioning of an unknown cloudId', 404, { cloudId: 'NSNOBODY' });
  return promises.executeTest(async ({ url }) => expect(await at(url).catch((error: unknown) => error)).toBeInstanceOf(Refused));
});
