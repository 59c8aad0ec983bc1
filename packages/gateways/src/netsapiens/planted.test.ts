import { Secret } from '@enablement/core';
import { afterAll, expect, it } from 'vitest';
import { createNet } from '../net/index.ts';
import { clientBreaks, planted, withScratchPact } from '../net/planted-client.ts';
import { createPlatform } from './index.ts';

const net = createNet({ allowPrivateHosts: true });
afterAll(() => net.close());

it.each([
  ...clientBreaks().map(([what, change]) => ({ what, change, caught: true })),
  { what: 'is as it should be', change: (request: Request) => request, caught: false },
])('a client that $what: caught by its pact test is $caught', ({ change, caught }) =>
  withScratchPact('netsapiens', async (pact) => {
    const test = pact
      .addInteraction()
      .given('the seed')
      .uponReceiving('a log-in of the Office Manager of acme.example')
      .withRequest('POST', '/ns-api/v2/tokens', (builder) =>
        builder.jsonBody({
          grant_type: 'password',
          client_id: 'acrobits-softphone',
          client_secret: 'mock-client-secret',
          username: 'integration-office-manager@acme.example',
          password: 'mock-password',
        }),
      )
      .willRespondWith(400, (builder) => builder.jsonBody({ error: 'invalid_grant' }))
      .executeTest(async ({ url }) => {
        const platform = createPlatform({ fetch: planted(net.fetch, change), clock: { now: () => new Date() } });
        const call = platform.prove(
          { portalUrl: url, clientId: 'acrobits-softphone', clientSecret: new Secret('mock-client-secret') },
          {
            domain: 'acme.example',
            login: 'integration-office-manager@acme.example',
            password: new Secret('mock-password'),
          },
        );
        // What the client makes of it is not the question: Pact has seen what it asked.
        await call.catch(() => undefined);
      });
    if (caught) await expect(test).rejects.toThrow();
    else await test;
  }),
);
