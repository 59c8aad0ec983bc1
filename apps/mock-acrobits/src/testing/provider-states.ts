import { z } from 'zod';
import type { MockAcrobits } from '../start.ts';

const named = z.object({ outcome: z.string() });

/** How the mock gets to where a conversation of the pact begins. Each begins with a fresh seed. */
export function providerStates(acrobits: Pick<MockAcrobits, 'reset' | 'seed' | 'order'>) {
  const seeded = (seed: object) => async (): Promise<void> => {
    await acrobits.reset();
    acrobits.seed(seed);
  };
  return {
    'cloudId NSACME with its API key': seeded({}),
    'the domain exists already': seeded({
      domains: [
        {
          cloudId: 'NSACME',
          domain: 'acme.example',
          officeManagerName: 'integration-office-manager@acme.example',
          officeManagerPassword: 'mock-password',
        },
      ],
    }),
    'wrong API keys are forbidden': seeded({ switches: { wrongKey: '403' } }),
    'cloudId NSACME is in another region': seeded({
      clouds: [{ cloudId: 'NSACME', apiKey: 'mock-cloud-api-key', messagingHost: 'api-eu.messaging.example' }],
    }),
    'the next provisioning meets an outcome': async (needs?: unknown): Promise<void> => {
      await acrobits.reset();
      acrobits.order({ preset: named.parse(needs).outcome });
    },
  };
}
