import { type PlantedAnswer, plantBreak, verifyPact } from '@enablement/mock-kit/pact';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { type MockAcrobits, startMockAcrobits } from './start.ts';
import { providerStates } from './testing/provider-states.ts';

const pact = new URL(import.meta.resolve('@enablement/contracts/pacts/enablement-acrobits.json'));

let acrobits: MockAcrobits;
beforeAll(async () => {
  acrobits = await startMockAcrobits({ host: '127.0.0.1', port: 0, smtpPort: 0, auto: false });
});
afterAll(() => acrobits.close());

test('the mock keeps every promise that our client relies on', async () => {
  expect(await verifyPact({ pact, url: acrobits.url, stateHandlers: providerStates(acrobits) })).toEqual([]);
});

const otherwise =
  (status: number, instead: number) =>
  (answer: PlantedAnswer): PlantedAnswer =>
    answer.status === status ? { ...answer, status: instead } : answer;

const breaks: [string, (answer: PlantedAnswer) => PlantedAnswer, string[]][] = [
  [
    'creates a domain with 202 instead of 201',
    otherwise(201, 202),
    ['the first provisioning of a domain', 'the first provisioning of a domain in the editable version'],
  ],
  [
    'lets a wrong API key in',
    otherwise(401, 200),
    ['a provisioning that meets “key refused”', 'a provisioning with a wrong API key'],
  ],
  [
    'does not say how long to wait',
    ({ status, body, headers: { 'retry-after': _, ...headers } }) => ({ status, body, headers }),
    ['a provisioning that meets “maintenance”', 'a provisioning that meets “slow down”'],
  ],
];

test.each(breaks)(
  'a mock that %s is caught, by the interactions that it breaks and no others',
  async (_, change, interactions) => {
    const broken = await plantBreak(acrobits.url, change);
    onTestFinished(() => broken.close());
    const failures = await verifyPact({ pact, url: broken.url, stateHandlers: providerStates(acrobits) });
    expect(failures.map(({ interaction }) => interaction).toSorted()).toEqual(interactions);
  },
);

test('a state that nobody knows how to get to is a failure, not passed over', async () => {
  const { 'wrong API keys are forbidden': _, ...stateHandlers } = providerStates(acrobits);
  await expect(verifyPact({ pact, url: acrobits.url, stateHandlers })).rejects.toThrow('"wrong API keys are forbidden"');
});
