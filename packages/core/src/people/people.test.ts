import { describe, expect, test } from 'vitest';
import { Unreachable } from '../errors.ts';
import { lostRight } from './lost-right.ts';
import { isEmpty, RIGHTS, type Right, ROLES, type Role, type RoleBook, rolesOf, whoMay } from './roles.ts';
import { judge, type Standing } from './standing.ts';

const nobody: RoleBook = { viewer: [], operator: [], approver: [], admin: [] };
const book: RoleBook = { ...nobody, operator: [{ person: 'U1' }, { group: 'S1' }], admin: [{ person: 'U9' }] };
const member = (...roles: Role[]): Standing => ({ is: 'member', roles, unsure: false });
const rights = Object.keys(RIGHTS) as Right[];

describe('who may what', () => {
  test('without a role nobody may anything', () => {
    for (const right of rights) expect(judge(right, member())).toEqual({ may: false, why: 'no role' });
  });

  test('viewers look, approvers approve and read the audit too; operators do the rest, and admins can go past the approvers', () => {
    const allowedTo = (role: Role) => rights.filter((right) => judge(right, member(role)).may);
    expect(allowedTo('viewer')).toEqual(['look at runs']);
    expect(allowedTo('approver')).toEqual(['look at runs', 'approve what leaves', 'read the audit']);
    const but = (...not: Right[]) => rights.filter((right) => !not.includes(right));
    expect(allowedTo('operator')).toEqual(but('approve what leaves', 'go past the approvers'));
    expect(allowedTo('admin')).toEqual(but('approve what leaves'));
  });

  test.each(['guest', 'gone', 'unsure'] as const)('somebody who is %s may nothing', (is) => {
    for (const right of rights) expect(judge(right, { is })).toEqual({ may: false, why: is });
  });

  test('a group that could not be asked takes nothing from whoever has the role anyway, and gives nothing', () => {
    expect(judge('cancel a run', { is: 'member', roles: ['operator'], unsure: true })).toEqual({ may: true });
    expect(judge('cancel a run', { is: 'member', roles: ['viewer'], unsure: true })).toEqual({ may: false, why: 'unsure' });
  });
});

describe('roles', () => {
  test('come by name or by group, and several add up', () => {
    expect(rolesOf(book, 'U1', () => false)).toEqual(['operator']);
    expect(rolesOf(book, 'U2', (group) => group === 'S1')).toEqual(['operator']);
    expect(rolesOf(book, 'U9', () => true)).toEqual(['operator', 'admin']);
    expect(rolesOf(book, 'U2', () => false)).toEqual([]);
    expect(rolesOf(nobody, 'U1', () => true)).toEqual([]);
  });

  test('are told with those who have them, so that a refusal can name somebody', () => {
    expect(whoMay(book, 'look at runs').map(({ role }) => role)).toEqual(['operator', 'admin']);
    expect(whoMay(nobody, 'look at runs')).toEqual([]);
    expect([isEmpty(book), isEmpty(nobody)]).toEqual([false, true]);
    expect(ROLES).toEqual(['viewer', 'operator', 'approver', 'admin']);
  });
});

describe('asked again before something leaves', () => {
  const U1 = { person: 'U1', team: 'T1' };
  const people = (standing: Standing) => ({ people: { standing: async () => standing } });

  test('whoever still may is not stopped', async () => {
    expect(await lostRight(people(member('operator')), U1, 'add a domain')).toBeUndefined();
  });

  test.each([
    [member('viewer'), 'has no role any more that may order it'],
    [{ is: 'guest' } as const, 'is a guest now'],
    [{ is: 'gone' } as const, 'has left'],
  ])('whoever lost the right is told apart, and somebody else is asked to take over: %o', async (standing, why) => {
    const problem = await lostRight(people(standing), U1, 'add a domain');
    expect(problem).toMatchObject({ problem: expect.stringContaining(why), asks: 'take over' });
    expect(JSON.stringify(problem)).not.toContain('U1');
  });

  test('when nobody can tell, it waits and is tried again', async () => {
    await expect(lostRight(people({ is: 'unsure' }), U1, 'add a domain')).rejects.toThrow(Unreachable);
  });
});
