import { Secret } from '@enablement/core';
import { afterAll, expect, it } from 'vitest';
import { overHttp } from '../net/fake-server.ts';
import { createNet } from '../net/index.ts';
import { clientBreaks, planted, withScratchPact } from '../net/planted-client.ts';
import { createMessaging } from './index.ts';

const net = createNet({ allowPrivateHosts: true });
afterAll(() => net.close());

it.each([
  ...clientBreaks('x-ntspns-api-key').map(([what, change]) => ({ what, change, caught: true })),
  { what: 'is as it should be', change: (request: Request) => request, caught: false },
])('a client that $what: caught by its pact test is $caught', ({ change, caught }) =>
  withScratchPact('acrobits', async (pact) => {
    const test = pact
      .addInteraction()
      .given('cloudId NSACME with its API key')
      .uponReceiving('the first provisioning of a domain')
      .withRequest('POST', '/netsapiens/callbacks/NSACME/domains', (builder) =>
        builder.headers({ 'x-ntspns-api-key': 'mock-cloud-api-key' }).jsonBody({
          domainName: 'acme.example',
          officeManagerName: 'integration-office-manager@acme.example',
          officeManagerPassword: 'mock-password',
        }),
      )
      .willRespondWith(201)
      .executeTest(async ({ url }) => {
        const messaging = createMessaging({ fetch: planted(overHttp(net.fetch), change) });
        const call = messaging.provision({
          messagingHost: new URL(url).host,
          cloudId: 'NSACME',
          apiKey: new Secret('mock-cloud-api-key'),
          domain: 'acme.example',
          officeManagerLogin: 'integration-office-manager@acme.example',
          officeManagerPassword: new Secret('mock-password'),
        });
        // What the client makes of it is not the question: Pact has seen what it asked.
        await call.catch(() => undefined);
      });
    if (caught) await expect(test).rejects.toThrow();
    else await test;
  }),
);
