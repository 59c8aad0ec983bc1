import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CustomerPlan, isNothing, type ObservedDomain, planBasis, planCustomer } from './plan.ts';
import { readCustomerFile } from './read-file.ts';
import { idOf, KINDS, type Resource } from './resource.ts';
import { ACME } from './testing.ts';
import { wanted } from './wanted.ts';

const NOTHING: ObservedDomain = { resources: [], unseen: [] };

function file(change: object = {}) {
  const reading = readCustomerFile({ ...ACME, ...change });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.file;
}
const there = (change: object = {}, more: readonly Resource[] = []): ObservedDomain => ({
  resources: [...wanted(file(change)), ...more],
  unseen: [],
});
const said = ({ actions }: CustomerPlan) => actions.map(({ act, resource }) => `${act} ${idOf(resource)}`);
const stray: Resource = { kind: 'user', name: '199', values: {}, needs: ['domain acme.example'] };

describe('a plan', () => {
  test('of a new customer creates everything, each after what it needs', () => {
    expect(said(planCustomer(file(), NOTHING))).toEqual([
      'create domain acme.example',
      'create emergency address Headquarters',
      'create site West',
      'create user 100',
      'create user 101',
      'create device 100',
      'create device 100m',
      'create device 101',
      'create phone 0004f2aabbcc',
      'create number 15551230100',
      'create number 15551230101',
      'create answer rule 100 *',
      'create contact 100 Grace Sample',
      'create contact shared Globex',
    ]);
  });

  test('is empty when everything is as the file wants it', () => {
    const done = planCustomer(file(), there());
    expect([done.actions, done.same, isNothing(done)]).toEqual([[], 14, true]);
  });

  test('changes the members that differ and shows what they were; what the file does not state stays', () => {
    const before = there({ description: 'Acme', timeZone: undefined });
    const change = planCustomer(file({ limits: undefined }), before).actions;
    expect(change).toEqual([
      {
        act: 'change',
        resource: expect.objectContaining({ kind: 'domain', name: 'acme.example' }),
        from: { description: 'Acme' },
        to: { description: 'Acme Corporation', timeZone: 'US/Pacific' },
      },
    ]);
  });

  test('leaves alone what the file does not name, and deletes it only when that is allowed', () => {
    const before = there({}, [stray]);
    expect(planCustomer(file(), before)).toMatchObject({ actions: [], leftAlone: ['user 199'] });
    expect(planCustomer(file(), before, { allowDelete: true })).toMatchObject({ leftAlone: [] });
    expect(said(planCustomer(file(), before, { allowDelete: true }))).toEqual(['delete user 199']);
  });

  test('deletes backwards, and no kind of which the file does not speak', () => {
    const device: Resource = { kind: 'device', name: '199m', user: '199', values: {}, needs: ['user 199'] };
    const before = there({}, [stray, device]);
    expect(said(planCustomer(file(), before, { allowDelete: true }))).toEqual(['delete device 199m', 'delete user 199']);
    expect(
      said(planCustomer(file({ users: undefined, phones: undefined, numbers: undefined }), before, { allowDelete: true })),
    ).not.toContain('delete user 199');
  });

  test('refuses to delete a user whom a number rings', () => {
    const number: Resource = { kind: 'number', name: '15551230199', values: { route: 'user', target: '199' }, needs: [] };
    const { problems } = planCustomer(file({ numbers: undefined }), there({ numbers: undefined }, [stray, number]), {
      allowDelete: true,
    });
    expect(problems).toEqual([expect.stringContaining('Number 15551230199 rings user 199')]);
  });

  test('names what is needed and neither in the file nor there', () => {
    const [ada] = ACME.users;
    const { problems } = planCustomer(file({ users: [{ ...ada, site: 'East' }], phones: undefined }), NOTHING);
    expect(problems).toEqual([expect.stringContaining('user 100 needs site East')]);
  });

  test('does not move a domain to another reseller', () => {
    const before = there({ reseller: 'northwind' });
    expect(planCustomer(file({ reseller: 'globex' }), before).problems).toEqual([
      expect.stringContaining('belongs to reseller northwind'),
    ]);
  });

  test('rests on what it names: a change there is seen, somebody else’s new user is not', () => {
    const before = planBasis(file(), there());
    expect(planBasis(file(), there({}, [stray]))).toBe(before);
    expect(planBasis(file(), there({ description: 'Changed meanwhile' }))).not.toBe(before);
    expect(planBasis(file(), there({}, [stray]), { allowDelete: true })).not.toBe(
      planBasis(file(), there(), { allowDelete: true }),
    );
  });
});

/** Does to a platform in memory what a plan says. */
function done({ actions }: CustomerPlan, { resources }: ObservedDomain): ObservedDomain {
  const after = new Map(resources.map((resource) => [idOf(resource), resource]));
  for (const { act, resource } of actions) {
    const before = after.get(idOf(resource));
    if (act === 'delete') after.delete(idOf(resource));
    else after.set(idOf(resource), { ...resource, values: { ...before?.values, ...resource.values } });
  }
  return { resources: [...after.values()], unseen: [] };
}

const someUser = fc.record(
  {
    user: fc.integer({ min: 100, max: 130 }).map(String),
    firstName: fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom('a', 'é', '"', '🎧', 'ם') }),
    devices: fc.uniqueArray(fc.constantFrom('', 'm', 'a'), { maxLength: 3 }),
    voicemail: fc.boolean(),
  },
  { requiredKeys: ['user', 'firstName'] },
);
const someFile = fc
  .uniqueArray(someUser, { selector: ({ user }) => user, maxLength: 8 })
  .map((users) => users.map((user) => ({ lastName: 'Example', email: 'x@acme.example', ...user })))
  .map((users) => file({ sites: undefined, phones: undefined, numbers: undefined, users }));

test('whatever was there: once a plan is done the next one is empty, and nothing comes before what it needs', () => {
  fc.assert(
    fc.property(someFile, someFile, fc.boolean(), (before, after, allowDelete) => {
      const was = done(planCustomer(before, NOTHING), NOTHING);
      const first = planCustomer(after, was, { allowDelete });
      expect(planCustomer(after, done(first, was), { allowDelete }).actions).toEqual([]);
      const place = new Map(first.actions.map(({ act, resource }, i) => [act === 'delete' ? '' : idOf(resource), i]));
      for (const [i, { act, resource }] of first.actions.entries())
        for (const need of act === 'delete' ? [] : resource.needs) expect(place.get(need) ?? -1).toBeLessThan(i);
      expect(first.actions.every(({ resource }) => KINDS.includes(resource.kind))).toBe(true);
    }),
  );
});
