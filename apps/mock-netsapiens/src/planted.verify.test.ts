import { serve } from '@enablement/mock-kit';
import { plantBreak, verifyPact } from '@enablement/mock-kit/pact';
import { expect, onTestFinished, test } from 'vitest';
import { createNetsapiens } from './netsapiens.ts';

const pact = new URL(import.meta.resolve('@enablement/contracts/pacts/enablement-netsapiens.json'));

/** The conversations that begin with the seed and nothing else, held to a platform whose answers of one status come with another. */
async function failuresOf(status: number, instead: number): Promise<readonly string[]> {
  const mock = await createNetsapiens();
  const serving = await serve(mock.app, { name: 'mock-netsapiens', port: 0 });
  onTestFinished(() => serving.close());
  const broken = await plantBreak(serving.url, (answer) => (answer.status === status ? { ...answer, status: instead } : answer));
  onTestFinished(() => broken.close());
  const stateHandlers = { 'the seed': async () => mock.reset() };
  const failures = await verifyPact({
    pact,
    url: broken.url,
    stateHandlers,
    only: ({ states }) => states.every((state) => state === 'the seed'),
  });
  return failures.map(({ interaction }) => interaction);
}

test('a platform whose answers are as they were is fine', async () => {
  expect(await failuresOf(200, 200)).toEqual([]);
});

test.each([
  [200, 202],
  [401, 403],
])('a platform that answers %i with %i is caught', async (status, instead) => {
  expect(await failuresOf(status, instead)).not.toEqual([]);
});
