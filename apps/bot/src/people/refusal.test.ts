import type { RoleBook, Standing } from '@enablement/core';
import { expect, test } from 'vitest';
import { refusal, refuse, whoCan } from './refusal.ts';

const nobody: RoleBook = { viewer: [], operator: [], approver: [], admin: [] };
const book: RoleBook = { ...nobody, operator: [{ person: 'U0OLIVIA' }, { group: 'S0OPS' }], admin: [{ person: 'U0ADA' }] };
const door = (standing: Standing) => ({ book, people: { standing: async () => standing } });

test('who may is not refused; who may not is told who can, by mention', async () => {
  expect(await refusal(door({ is: 'member', roles: ['operator'], unsure: false }), 'U1', 'cancel a run')).toBeUndefined();
  expect(await refusal(door({ is: 'member', roles: ['viewer'], unsure: false }), 'U1', 'cancel a run')).toBe(
    'You may not cancel a run here. Who can: <@U0OLIVIA>, <!subteam^S0OPS> (operators), <@U0ADA> (admin).',
  );
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
