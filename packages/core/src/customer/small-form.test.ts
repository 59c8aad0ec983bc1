import { expect, test } from 'vitest';
import { readSmallForm } from './small-form.ts';

test('a small customer is typed one thing a line', () => {
  const form = {
    domain: 'Acme.example',
    description: 'Acme',
    users: '100 Ada van Example ada@acme.example\n\n 101  Alan Example alan@acme.example ',
    numbers: '15551230100 100\n15551230101 → 101\n15551230102',
  };
  expect(readSmallForm(form)).toMatchObject({
    ok: true,
    file: {
      domain: 'acme.example',
      users: [{ user: '100', firstName: 'Ada', lastName: 'van Example', devices: ['', 'm'] }, { user: '101' }],
      numbers: [{ to: { user: '100' } }, { to: { user: '101' } }, { to: 'available' }],
    },
  });
});

test.each([
  [{ domain: 'no domain!' }, { domain: expect.stringContaining('for example acme.example') }],
  [{ domain: 'acme.example', users: '100 Ada' }, { users: expect.stringMatching(/^Line 1: .*Expected 100 Ada Example/) }],
  [
    { domain: 'acme.example', users: '100 A B a@acme.example\n100 C D c@acme.example' },
    { users: expect.stringContaining('Line 2: extension 100 stands in it twice') },
  ],
  [{ domain: 'acme.example', numbers: '+1 555' }, { numbers: expect.stringContaining('Line 1') }],
])('what is wrong in %j stands under its field', (form, problems) => {
  expect(readSmallForm(form)).toEqual({ problems });
});
