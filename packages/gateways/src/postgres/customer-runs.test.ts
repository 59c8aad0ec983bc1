import { createMemoryCustomerRuns } from '@enablement/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAudit } from './audit/audit.ts';
import { customerRunsSuite } from './customer-runs.suite.ts';
import { createCustomerRuns } from './customer-runs.ts';
import { startTestDatabase } from './testing.ts';

let server: Awaited<ReturnType<typeof startTestDatabase>>;
beforeAll(async () => {
  server = await startTestDatabase();
});
afterAll(() => server.remove());

let time = Date.parse('2026-03-02T09:00:00Z');
const clock = {
  now: () => {
    time += 1000;
    return new Date(time);
  },
};

customerRunsSuite('in memory', async () => createMemoryCustomerRuns({ clock }));
customerRunsSuite('in PostgreSQL', async () => {
  await server.db.deleteFrom('customer_actions').execute();
  await server.db.deleteFrom('customer_runs').execute();
  return createCustomerRuns({ db: server.db, clock });
});

test('the beginning, a refusal and the end are audited, without anybody’s name or address', async () => {
  const entries: string[] = [];
  for await (const { entry } of createAudit(server.db).entries()) entries.push(JSON.stringify(entry));
  const about = entries.filter((entry) => entry.includes('one.example'));
  expect(about.some((entry) => entry.includes('plan of a domain applied') && entry.includes('refused'))).toBe(true);
  expect(entries.some((entry) => entry.includes('plan of a domain partly applied'))).toBe(true);
  expect(entries.join('')).not.toMatch(/Ada|ada@|Example Street/);
});
