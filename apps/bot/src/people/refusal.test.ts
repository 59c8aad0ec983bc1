import { type Audited, type RoleBook, type Standing, Unreachable } from '@enablement/core';
import { expect, test } from 'vitest';
import { refusal, refuse, whoCan } from './refusal.ts';

const nobody: RoleBook = { viewer: [], operator: [], approver: [], admin: [] };
const book: RoleBook = { ...nobody, operator: [{ person: 'U0OLIVIA' }, { group: 'S0OPS' }], admin: [{ person: 'U0ADA' }] };
const audited: Audited[] = [];
const audit = { record: async (one: Audited) => void audited.push(one) };
const door = (standing: Standing) => ({ book, audit, people: { standing: async () => standing } });

test('who may is not refused; who may not is told who can, by mention', async () => {
  expect(await refusal(door({ is: 'member', roles: ['operator'], unsure: false }), 'U1', 'cancel a run')).toBeUndefined();
  expect(await refusal(door({ is: 'member', roles: ['viewer'], unsure: false }), 'U1', 'cancel a run')).toBe(
    'You may not cancel a run here. Who can: <@U0OLIVIA>, <!subteam^S0OPS> (operators), <@U0ADA> (admin).',
  );
});

test('a refusal is audited, and while the database is away it is a refusal all the same', async () => {
  audited.length = 0;
  const about = { enablement: 'e1', domain: 'acme.example' };
  await refusal(door({ is: 'member', roles: ['operator'], unsure: false }), 'U0OLIVIA', 'cancel a run', about);
  expect(audited).toEqual([]);
  await refusal(door({ is: 'guest' }), 'U0GRETA', 'cancel a run', about);
  expect(audited).toEqual([
    {
      actor: { kind: 'person', id: 'U0GRETA' },
      action: 'cancel a run',
      subject: about,
      outcome: 'refused',
      details: { why: 'guest' },
    },
  ]);
  const away = { record: () => Promise.reject(new Unreachable('PostgreSQL did not answer', 'Look.')) };
  expect(await refusal({ ...door({ is: 'guest' }), audit: away }, 'U0GRETA', 'cancel a run')).toContain('Guests');
  const broken = { record: () => Promise.reject(new Error('a bug')) };
  await expect(refusal({ ...door({ is: 'guest' }), audit: broken }, 'U0GRETA', 'cancel a run')).rejects.toThrow('a bug');
});

test('guests, people who left and a silent Slack have a sentence each', () => {
  expect(refuse(book, 'cancel a run', 'guest')).toBe('Guests of this workspace can do nothing here.');
  expect(refuse(book, 'cancel a run', 'gone')).toContain('deactivated');
  expect(refuse(book, 'cancel a run', 'unsure')).toContain('Slack does not tell just now who may cancel a run, so nobody may.');
});

test('without a role configured it says which variables give one', () => {
  expect(whoCan(nobody, 'cancel a run')).toBe(
    'No roles are configured, so nobody can: whoever runs this app names people or user groups in `ROLE_OPERATOR` or `ROLE_ADMIN`.',
  );
  expect(whoCan({ ...nobody, viewer: [{ person: 'U0VERA' }] }, 'cancel a run')).toContain(
    'Nobody has a role for it: whoever runs',
  );
});

test('of many holders ten are named', () => {
  const many = Array.from({ length: 12 }, (_, n) => ({ person: `U${n}` }));
  expect(whoCan({ ...nobody, operator: many }, 'cancel a run')).toContain('<@U9> and 2 more (operators)');
});
