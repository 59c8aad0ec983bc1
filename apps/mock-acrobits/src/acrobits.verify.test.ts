import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Verifier } from '@pact-foundation/pact';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MockAcrobits, startMockAcrobits } from './start.ts';

const pact = fileURLToPath(new URL('../../../packages/contracts/pacts/enablement-acrobits.json', import.meta.url));

let acrobits: MockAcrobits;
beforeAll(async () => {
  acrobits = await startMockAcrobits({ host: '127.0.0.1', port: 0, smtpPort: 0, auto: false });
});
afterAll(() => acrobits.close());

test('the mock keeps every promise that our client relies on', async () => {
  expect(existsSync(pact), 'the client has written its pact').toBe(true);
  const told = await new Verifier({
    provider: 'acrobits',
    providerBaseUrl: acrobits.url,
    pactUrls: [pact],
    logLevel: 'error',
    stateHandlers: {
      'cloudId NSACME with its API key': () => acrobits.reset(),
      'the domain exists already': async () => {
        await acrobits.reset();
        acrobits.seed({
          domains: [
            { cloudId: 'NSACME', domain: 'acme.example' },
            { cloudId: 'NSACME', domain: 'globex.example' },
          ],
        });
      },
    },
  }).verifyProvider();
  expect(told).toBeTruthy();
});
