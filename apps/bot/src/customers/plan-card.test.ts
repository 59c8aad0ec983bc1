import { type CustomerRun, type KeptPlan, planCustomer, readCustomerFile } from '@enablement/core';
import { ACME } from '@enablement/core/testing';
import { describe, expect, test } from 'vitest';
import { isSettled, planCard } from './plan-card.ts';

const NOW = new Date('2026-03-02T09:00:00Z');

function kept(change: Partial<KeptPlan> = {}, more: object = {}): KeptPlan {
  const reading = readCustomerFile({ ...ACME, ...more });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  const { file } = reading;
  return {
    ...{ id: 'p1', team: 'T1', room: 'C1', by: 'U1', askedAt: NOW, portalUrl: 'https://portal.northwind.example' },
    ...{ source: { file }, status: 'made', file, fingerprint: 'f1' },
    plan: planCustomer(file, { resources: [], unseen: [] }),
    ...change,
  };
}
const run = (change: Partial<CustomerRun> = {}): CustomerRun => {
  const { file, portalUrl } = kept();
  if (file === undefined) throw new Error('no file');
  return {
    ...{ id: 'r1', file, portalUrl, allowDelete: false, fingerprint: 'f1', by: 'U1', status: 'applying', begunAt: NOW },
    counts: { ahead: 7, done: 6, failed: 1, skipped: 0 },
    ...change,
  };
};

const said = (...given: Parameters<typeof planCard>) => JSON.stringify(planCard(...given).blocks);
const buttonsOf = (...given: Parameters<typeof planCard>) =>
  planCard(...given).blocks.flatMap((block) =>
    block.type === 'actions'
      ? block.elements.map((one) => ('text' in one && typeof one.text === 'object' ? one.text.text : ''))
      : [],
  );

describe('the card of a plan', () => {
  test('shows what will be done, and can be applied', () => {
    expect(said(kept(), undefined, [])).toContain('14 to create, 0 to change');
    expect(buttonsOf(kept(), undefined, [])).toEqual(['Apply', 'Discard']);
  });

  test('that has problems, or nothing to do, cannot', () => {
    const plan = kept().plan;
    if (plan === undefined) throw new Error('no plan');
    expect(buttonsOf(kept({ plan: { ...plan, problems: ['user 100 needs site East.'] } }), undefined, [])).toEqual(['Discard']);
    expect(buttonsOf(kept({ plan: { ...plan, actions: [] } }), undefined, [])).toEqual(['Discard']);
  });

  test('shows how far it is, what failed and what to do, and nothing can be pressed any more', () => {
    const plan = kept().plan;
    const [action] = plan?.actions ?? [];
    if (action === undefined) throw new Error('no action');
    const stuck = [{ place: 0, action, status: 'failed' as const, detail: 'It is taken.', todo: 'Choose another.' }];
    expect(said(kept({ status: 'applying', run: 'r1' }), run(), stuck)).toMatch(
      /6 of 14 done, 1 failed.*It is taken\..*Choose another\./,
    );
    expect(buttonsOf(kept({ status: 'applying', run: 'r1' }), run(), stuck)).toEqual([]);
    expect([isSettled(kept(), run()), isSettled(kept(), run({ status: 'applied' }))]).toEqual([false, true]);
  });

  test('stays within Slack’s limits, whatever the plan holds, and shows names as they are', () => {
    const users = Array.from({ length: 3000 }, (_, i) => ({
      ...ACME.users[1],
      ...{ user: String(10_000 + i), firstName: '<!channel> & "Ada"', department: 'x'.repeat(64) },
    }));
    const { blocks } = planCard(kept({}, { users, phones: undefined, numbers: undefined }), undefined, []);
    expect(blocks.length).toBeLessThan(50);
    for (const block of blocks) if (block.type === 'section') expect(block.text?.text.length).toBeLessThanOrEqual(3000);
    expect(JSON.stringify(blocks)).not.toContain('<!channel>');
    expect(JSON.stringify(blocks)).toContain('and 5989 more');
  });
});
