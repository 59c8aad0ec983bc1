import { type Approval, days, type KeptPlan, planCustomer, readCustomerFile } from '@enablement/core';
import { ACME } from '@enablement/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCustomerPlans } from './customer-plans.ts';
import { createCustomerRuns } from './customer-runs.ts';
import { createDispatches } from './dispatches.ts';
import { startTestDatabase } from './testing.ts';

const NOW = new Date('2026-03-02T09:00:00Z');
const clock = { now: () => NOW };
const PORTAL = 'https://portal.northwind.example';

let server: Awaited<ReturnType<typeof startTestDatabase>>;
beforeAll(async () => {
  server = await startTestDatabase();
});
afterAll(() => server.remove());

function acme(domain: string) {
  const reading = readCustomerFile({ ...ACME, domain });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.file;
}

async function asked(id: string, approval?: Approval) {
  const plans = createCustomerPlans({ db: server.db, clock });
  const file = acme(`${id}.example`);
  const wanted: Pick<KeptPlan, 'team' | 'room' | 'by' | 'portalUrl' | 'source'> = {
    ...{ team: 'T1', room: 'C1', by: 'U1', portalUrl: PORTAL },
    source: { file },
  };
  await plans.ask(wanted, id);
  await plans.ask(wanted, id);
  await plans.made(id, { file, plan: planCustomer(file, { resources: [], unseen: [] }), fingerprint: `f-${id}` }, approval);
  return { plans, file };
}

const approvers = (needed = 1): Approval => ({
  ...{ status: 'asked', fingerprint: '', needed, votes: [], askedAt: NOW, askedVersion: 0 },
  until: new Date(NOW.getTime() + days(1)),
});

test('a form that was sent twice is one plan, and it is shown as it was made', async () => {
  const { plans, file } = await asked('one');
  expect((await plans.open()).filter(({ id }) => id === 'one')).toHaveLength(1);
  expect(await plans.get('one')).toMatchObject({
    status: 'made',
    fingerprint: 'f-one',
    file: { domain: 'one.example' },
    askedAt: NOW,
  });
  expect((await plans.get('one'))?.file).toEqual(file);
  expect(await plans.get('none')).toBeUndefined();
});

test('somebody else approves exactly what was shown', async () => {
  const { plans } = await asked('two', { ...approvers(), fingerprint: 'f-two' });
  const yes = (fingerprint: string, by: string) => plans.say('two', fingerprint, { says: 'yes', by });
  expect(await yes('f-other', 'U2')).toEqual({ outcome: 'changed' });
  expect(await yes('f-two', 'U1')).toEqual({ outcome: 'own' });
  expect(await yes('f-two', 'U2')).toEqual({ outcome: 'approved' });
  expect(await plans.get('two')).toMatchObject({ approval: { status: 'approved', votes: [{ by: 'U2', at: NOW }] } });
  expect(await yes('f-two', 'U3')).toEqual({ outcome: 'settled' });
});

test('of two who approve at the same time both count', async () => {
  const { plans } = await asked('race', { ...approvers(2), fingerprint: 'f-race' });
  await Promise.all(['U2', 'U3'].map((by) => plans.say('race', 'f-race', { says: 'yes', by })));
  expect(await plans.get('race')).toMatchObject({ approval: { status: 'approved', votes: { length: 2 } } });
});

test('what is discarded stays so, and cannot be approved any more', async () => {
  const { plans } = await asked('three', { ...approvers(), fingerprint: 'f-three' });
  expect([await plans.discard('three', 'U1'), await plans.discard('three', 'U1')]).toEqual([true, false]);
  expect(await plans.say('three', 'f-three', { says: 'yes', by: 'U2' })).toEqual({ outcome: 'not asked' });
});

test('a run that is begun for the bot is in its outbox, in the same transaction', async () => {
  const { plans, file } = await asked('four');
  const runs = createCustomerRuns({ db: server.db, clock, startIn: 'outbox' });
  const order = { file, portalUrl: PORTAL, allowDelete: false, fingerprint: 'f-four', by: 'U1' };
  const begun = await runs.begin(order);
  expect(await runs.begin(order)).toEqual({ outcome: 'again', id: begun.id });
  const pending = await createDispatches(server.db).pending();
  expect(pending.filter(({ key }) => key === begun.id)).toMatchObject([
    { kind: 'start', workflow: 'applyCustomer', input: { run: begun.id } },
  ]);
  await plans.applying('four', begun.id);
  expect(await plans.ofRun(begun.id)).toMatchObject({ id: 'four', status: 'applying' });
  await plans.close('four');
  expect((await plans.open()).map(({ id }) => id)).not.toContain('four');
});
