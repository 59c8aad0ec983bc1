import { document } from '@enablement/contracts/acrobits';
import { expect, test } from 'vitest';
import type { OUTCOMES } from './outcomes.ts';
import { openAcrobits } from './testing/open-acrobits.ts';

/** What a client sees: a status, or that nobody answers (in the time that a test has). */
async function outcomeOf(
  name: string,
): Promise<{ seen: number | 'nothing'; provisioned: boolean; headers?: Headers; text?: string }> {
  const acrobits = await openAcrobits();
  expect((await acrobits.control('faults', { preset: name })).status).toBe(200);
  const answer = await Promise.race([
    acrobits.provision().catch(() => undefined),
    new Promise<undefined>((resolve) => setTimeout(resolve, 200)),
  ]);
  const provisioned = acrobits.company.desk.state.clouds[0]?.domains.some(({ domain }) => domain === 'acme.example') ?? false;
  if (answer === undefined) return { seen: 'nothing', provisioned };
  const after = await acrobits.provision();
  expect(after.status, 'an outcome happens once').toBe(provisioned ? 200 : 201);
  return { seen: answer.status, provisioned, headers: answer.headers, text: await answer.text() };
}

const expected: Record<keyof typeof OUTCOMES, [number | 'nothing', provisioned: boolean]> = {
  'bad request': [400, false],
  'key refused': [401, false],
  forbidden: [403, false],
  'unknown cloudId': [404, false],
  conflict: [409, false],
  'slow down': [429, false],
  failure: [500, false],
  'gateway page': [502, false],
  maintenance: [503, false],
  accepted: [202, true],
  'success with a body': [201, true],
  'log-in page': [200, false],
  redirect: [307, false],
  'hang up': ['nothing', false],
  'answer lost': ['nothing', true],
  silence: ['nothing', false],
  'late answer': ['nothing', true],
};

test.each(Object.entries(expected))('the outcome “%s” can be ordered by name', async (name, [status, done]) => {
  const { seen, provisioned } = await outcomeOf(name);
  expect({ seen, provisioned }).toEqual({ seen: status, provisioned: done });
});

test('every status that the contract allows besides 201 and 200 has an outcome, and those who ask to wait say how long', async () => {
  const { responses } = (document.paths['/netsapiens/callbacks/{cloudId}/domains'] as { post: { responses: object } }).post;
  const statuses = Object.values(expected).map(([status]) => String(status));
  for (const status of Object.keys(responses)) {
    expect(
      statuses.some((one) => new RegExp(`^${status.replaceAll('X', '\\d')}$`).test(one) || ['200', '201'].includes(status)),
    ).toBe(true);
  }
  expect((await outcomeOf('slow down')).headers?.get('retry-after')).toBe('2');
  expect((await outcomeOf('log-in page')).text).toContain('<h1>Log in</h1>');
});
