import {
  APPLY_CUSTOMER,
  applyCustomer,
  type CustomerOrder,
  type CustomerPorts,
  days,
  isNothing,
  makePlan,
  minutes,
  Refused,
  type ResourceId,
  readCustomerFile,
  Secret,
  seconds,
  Unreachable,
} from '@enablement/core';
import { ACME, createMemoryCustomerPlatform, createMemoryCustomerRuns, sha256 } from '@enablement/core/testing';
import { describe, expect, test } from 'vitest';
import { createMemoryEngine } from './memory/index.ts';

const PORTAL = 'https://portal.northwind.example';

function read(change: object = {}) {
  const reading = readCustomerFile({ ...ACME, ...change });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.file;
}

/** A platform, and somebody who plans and applies, in virtual time. */
async function begin() {
  const engine = createMemoryEngine();
  const platform = createMemoryCustomerPlatform();
  const ordered: string[] = [];
  const ports: CustomerPorts = {
    customers: platform,
    customerRuns: createMemoryCustomerRuns({ clock: engine.clock }),
    platformLogin: async (portalUrl) => ({ portalUrl, credential: { apiKey: new Secret('nss_x') } }),
    hash: sha256,
    enable: async ({ file }) => {
      ordered.push(file.domain);
      return ['Messaging was ordered.'];
    },
  };
  await engine.serve([applyCustomer(ports)]);
  const order = async (change: object = {}, allowDelete = false): Promise<CustomerOrder> => {
    const wanted = { file: read(change), portalUrl: PORTAL, allowDelete };
    const { fingerprint } = await makePlan(ports, wanted);
    return { ...wanted, fingerprint, by: 'U0OLIVIA' };
  };
  const start = async (wanted: CustomerOrder): Promise<string> => {
    const { id, outcome } = await ports.customerRuns.begin(wanted);
    expect(outcome).not.toBe('busy');
    await engine.start(APPLY_CUSTOMER, id, { run: id });
    return id;
  };
  const apply = async (wanted: CustomerOrder) => {
    const id = await start(wanted);
    await engine.advance(days(1));
    return await ports.customerRuns.get(id);
  };
  const replanned = async (change: object = {}) => {
    const { plan } = await makePlan(ports, { file: read(change), portalUrl: PORTAL, allowDelete: false });
    return isNothing(plan);
  };
  return { engine, platform, ports, ordered, order, start, apply, replanned };
}

const refusal = () => new Refused('The platform refused it (409): taken.', 'Choose another name.');
const silence = (retryAfter?: number) => new Unreachable('Nobody answered.', 'Wait.', { retryAfter });

describe('applying a plan', () => {
  test('does what it says, thing by thing, orders what the domain wants beyond, and leaves nothing to plan', async () => {
    const { apply, order, platform, replanned, ordered } = await begin();
    const run = await apply(await order());
    expect(run).toMatchObject({ status: 'applied', said: '14 done. Messaging was ordered.', counts: { done: 14, ahead: 0 } });
    expect(platform.writes).toHaveLength(14);
    expect(ordered).toEqual(['acme.example']);
    expect(await replanned()).toBe(true);
  });

  test('changes only what differs, and a second application of the same file does nothing', async () => {
    const { apply, order, platform } = await begin();
    await apply(await order());
    const writes = platform.writes.length;
    expect(await apply(await order({ description: 'Acme and Sons' }))).toMatchObject({ status: 'applied' });
    expect(platform.writes.slice(writes)).toEqual(['change domain acme.example']);
    expect(await apply(await order({ description: 'Acme and Sons' }))).toMatchObject({ status: 'applied', counts: { done: 0 } });
    expect(platform.writes).toHaveLength(writes + 1);
  });

  test('of a plan that is done already does nothing, and all is well', async () => {
    const { apply, order, platform } = await begin();
    const first = await order();
    await apply(first);
    expect(await apply(first)).toMatchObject({ status: 'applied', counts: { done: 0 } });
    expect(platform.writes).toHaveLength(14);
  });

  test('refuses when the platform has moved since, and says so', async () => {
    const { apply, order, platform } = await begin();
    await apply(await order());
    const late = await order({ description: 'Acme and Sons' });
    await apply(await order({ description: 'Somebody else’s' }));
    const writes = platform.writes.length;
    expect(await apply(late)).toMatchObject({ status: 'not applied', said: expect.stringContaining('not as the plan saw it') });
    expect(platform.writes).toHaveLength(writes);
  });

  test('what fails stops only what depends on it, and the next plan holds what is left', async () => {
    const { apply, order, platform, replanned, ports } = await begin();
    platform.trouble.set('user 100', [refusal()]);
    const run = await apply(await order());
    expect(run).toMatchObject({ status: 'partly applied', counts: { failed: 1 } });
    const stuck = await ports.customerRuns.actions(run?.id ?? '', ['failed', 'skipped']);
    expect(stuck.map(({ action, status }) => `${action.resource.kind} ${action.resource.name}: ${status}`)).toEqual([
      'user 100: failed',
      'device 100: skipped',
      'device 100m: skipped',
      'phone 0004f2aabbcc: skipped',
      'number 15551230100: skipped',
      'answer rule 100 *: skipped',
      'contact 100 Grace Sample: skipped',
    ]);
    expect(stuck[0]).toMatchObject({ detail: expect.stringContaining('taken'), todo: 'Choose another name.' });
    expect(await replanned()).toBe(false);
    expect(await apply(await order())).toMatchObject({ status: 'applied', counts: { done: 7 } });
    expect(await replanned()).toBe(true);
  });

  test('without the domain nothing is ordered for it', async () => {
    const { apply, order, platform, ordered } = await begin();
    platform.trouble.set('domain acme.example', [refusal()]);
    expect(await apply(await order())).toMatchObject({ status: 'partly applied', counts: { done: 0, failed: 1, skipped: 13 } });
    expect(ordered).toEqual([]);
  });

  test('waits while nobody answers, as long as the platform asks for, and gives up on one thing alone', async () => {
    const { engine, order, platform, ports, start } = await begin();
    platform.trouble.set('user 101', [silence(), silence(minutes(2)), silence()]);
    platform.trouble.set(
      'site West',
      Array.from({ length: 99 }, () => silence()),
    );
    const id = await start(await order());
    await engine.advance(seconds(30));
    expect(await ports.customerRuns.get(id)).toMatchObject({ status: 'applying' });
    await engine.advance(days(1));
    expect(await ports.customerRuns.get(id)).toMatchObject({ status: 'partly applied', counts: { failed: 1 } });
    expect(platform.resources.has('user 101')).toBe(true);
    expect(platform.writes.filter((write) => write === 'create site West').length).toBeLessThan(20);
  });

  test('after a crash anywhere it goes on, and nothing is there twice', async () => {
    const { engine, order, platform, ports, start, replanned } = await begin();
    // Each death falls between a write and its journal: the write is done, and nobody knows.
    const ids: ResourceId[] = ['domain acme.example', 'user 100', 'device 100m', 'number 15551230101', 'contact shared Globex'];
    const real = platform.create;
    const dying = new Set<string>(ids);
    Object.assign(platform, {
      create: async (...args: Parameters<typeof real>) => {
        const done = await real(...args);
        if (dying.delete(`${args[2].kind} ${args[2].name}`)) engine.crash();
        return done;
      },
    });
    const id = await start(await order());
    for (let lives = 0; lives <= ids.length; lives++) await engine.advance(days(1));
    expect(dying.size).toBe(0);
    expect(await ports.customerRuns.get(id)).toMatchObject({ status: 'applied', counts: { done: 14 } });
    expect(await replanned()).toBe(true);
  });

  test('one plan at a time for a domain: the same one goes on, another is refused and the first is named', async () => {
    const { order, ports, start } = await begin();
    const first = await order();
    const id = await start(first);
    expect(await ports.customerRuns.begin(first)).toEqual({ outcome: 'again', id });
    const other = await order({ description: 'Another' });
    expect(await ports.customerRuns.begin({ ...other, by: 'U0ADA' })).toMatchObject({ outcome: 'busy', id, by: 'U0OLIVIA' });
  });
});
