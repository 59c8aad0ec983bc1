import { type CustomerPlan, planCustomer, readCustomerFile } from '@enablement/core';
import { ACME } from '@enablement/core/testing';
import { describe, expect, test } from 'vitest';
import { planLines } from './plan-lines.ts';
import { printable } from './words.ts';

const PORTAL = 'https://portal.northwind.example';

function planned(change: object = {}): CustomerPlan {
  const reading = readCustomerFile({ ...ACME, ...change });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return planCustomer(reading.file, { resources: [], unseen: [] });
}

describe('a plan for a person', () => {
  test('names each thing, what it will be, and how many there are', () => {
    const lines = planLines(planned(), PORTAL).join('\n');
    expect(lines).toContain('Plan for acme.example on portal.northwind.example');
    expect(lines).toContain('+ user 100 (firstName Ada, lastName Example');
    expect(lines).toContain('14 to create, 0 to change, 0 to delete.');
  });

  test('of thousands of things is short, and says where the rest is', () => {
    const users = Array.from({ length: 2000 }, (_, i) => ({ ...ACME.users[1], user: String(1000 + i) }));
    const lines = planLines(planned({ users, phones: undefined, numbers: undefined }), PORTAL);
    expect(lines.length).toBeLessThan(80);
    expect(lines.join('\n')).toMatch(/and 3,\d{3} more actions; the plan’s file has them all/);
  });

  test('that cannot be applied says so, with its problems', () => {
    const lines = planLines({ ...planned(), problems: ['user 100 needs site East.'] }, PORTAL).join('\n');
    expect(lines).toContain('! user 100 needs site East.');
    expect(lines).toContain('cannot be applied: 1 problem');
  });
});

test('a name moves no cursor, sets no colour and turns no line', () => {
  expect(printable('Ada\u001b[31m\u001b[2J\r\nBcc\u202e evil\u2066')).toBe('Ada  Bcc evil');
  expect(printable('מרים 🎧 O’Example')).toBe('מרים 🎧 O’Example');
});
