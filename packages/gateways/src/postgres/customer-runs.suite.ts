import { type CustomerOrder, type CustomerRuns, planCustomer, readCustomerFile } from '@enablement/core';
import { ACME } from '@enablement/core/testing';
import { expect, test } from 'vitest';

const NOTHING = { resources: [], unseen: [] };

function order(domain: string, change: Partial<CustomerOrder> = {}): CustomerOrder {
  const reading = readCustomerFile({ ...ACME, domain });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  const portalUrl = 'https://portal.northwind.example';
  return { file: reading.file, allowDelete: false, fingerprint: 'f1', portalUrl, by: 'U0OLIVIA', ...change };
}

/** What every ledger of customers' plans keeps to. */
export function customerRunsSuite(name: string, make: () => Promise<CustomerRuns>): void {
  const begun = async (runs: CustomerRuns, wanted: CustomerOrder) => {
    const { id } = await runs.begin(wanted);
    await runs.intend(id, planCustomer(wanted.file, NOTHING).actions);
    return id;
  };

  test(`${name}: a plan is begun once, the same one goes on, and another waits for its end`, async () => {
    const runs = await make();
    const first = await runs.begin(order('one.example'));
    expect(first.outcome).toBe('begun');
    expect(await runs.begin(order('one.example'))).toEqual({ outcome: 'again', id: first.id });
    const other = order('one.example', { fingerprint: 'f2', by: 'U0ADA' });
    expect(await runs.begin(other)).toMatchObject({ outcome: 'busy', id: first.id, by: 'U0OLIVIA' });
    expect(await runs.begin(order('two.example'))).toMatchObject({ outcome: 'begun' });
    await runs.end(first.id, 'applied', 'Done.');
    expect(await runs.begin(other)).toMatchObject({ outcome: 'begun' });
  });

  test(`${name}: of many who order at the same time one begins`, async () => {
    const runs = await make();
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, i) => runs.begin(order('race.example', { fingerprint: `f${i}` }))),
    );
    expect(outcomes.filter(({ outcome }) => outcome === 'begun')).toHaveLength(1);
    expect(new Set(outcomes.map(({ id }) => id)).size).toBe(1);
  });

  test(`${name}: what is intended stands, in order, whatever is intended later`, async () => {
    const runs = await make();
    const id = await begun(runs, order('three.example'));
    await runs.intend(id, []);
    const actions = await runs.actions(id);
    expect(actions.map(({ place }) => place)).toEqual([...Array(14).keys()]);
    expect(await runs.action(id, 3)).toMatchObject({
      action: { act: 'create', resource: { kind: 'user', name: '100' } },
      status: 'ahead',
    });
    expect(await runs.get(id)).toMatchObject({ counts: { ahead: 14, done: 0 }, file: { domain: 'three.example' } });
  });

  test(`${name}: what was not made is lacking, and what was is not`, async () => {
    const runs = await make();
    const id = await begun(runs, order('four.example'));
    await runs.settle(id, 0, { status: 'done', detail: 'created' });
    await runs.settle(id, 3, { status: 'failed', detail: 'Taken.', todo: 'Choose another.' });
    expect(await runs.lacking(id, ['domain four.example', 'user 100', 'user 999'])).toEqual(['user 100']);
    expect(await runs.actions(id, ['failed'])).toMatchObject([{ place: 3, detail: 'Taken.', todo: 'Choose another.' }]);
    expect(await runs.get(id)).toMatchObject({ counts: { ahead: 12, done: 1, failed: 1 } });
  });

  test(`${name}: the end is the first one that was said, and the newest run comes first`, async () => {
    const runs = await make();
    const id = await begun(runs, order('five.example'));
    await runs.end(id, 'partly applied', 'One failed.');
    await runs.end(id, 'applied', 'Done.');
    expect(await runs.get(id)).toMatchObject({ status: 'partly applied', said: 'One failed.', endedAt: expect.any(Date) });
    const [newest] = await runs.list(1);
    expect(newest?.id).toBe(id);
    expect(await runs.get('nothing')).toBeUndefined();
  });
}
