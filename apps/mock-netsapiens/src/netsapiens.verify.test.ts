import { fileURLToPath } from 'node:url';
import { serve } from '@enablement/mock-kit';
import { Verifier } from '@pact-foundation/pact';
import { expect, test } from 'vitest';
import { createNetsapiens } from './netsapiens.ts';
import { addSeed } from './seeding.ts';

const pact = fileURLToPath(import.meta.resolve('@enablement/contracts/pacts/enablement-netsapiens.json'));

test('the mock answers every conversation that our client has recorded', async () => {
  const mock = await createNetsapiens();
  const serving = await serve(mock.app, { name: 'mock-netsapiens', port: 0 });
  /** Each conversation begins with a fresh seed. */
  const given = (seed: object) => async (): Promise<void> => {
    mock.reset();
    addSeed(mock.state(), seed);
  };
  const hooks = 'https://messaging.example.net/netsapiens/callbacks/NSACME';
  const stateHandlers = {
    'the seed': given({}),
    'a user without a secure password': given({}),
    'a user with MFA': given({}),
    'an expired token': given({ expireTokens: true }),
    'the domain has both subscriptions': given({
      subscriptions: [
        { domain: 'acme.example', model: 'message', postUrl: `${hooks}/message?password=invented` },
        { domain: 'acme.example', model: 'messagesession', postUrl: `${hooks}/message-session?password=invented` },
      ],
    }),
  };
  try {
    const verifier = new Verifier({
      provider: 'netsapiens',
      providerBaseUrl: serving.url,
      pactUrls: [pact],
      stateHandlers,
      logLevel: 'error',
    });
    expect(JSON.parse(await verifier.verifyProvider())).toMatchObject({ result: true, errors: [] });
  } finally {
    await serving.close();
  }
});
