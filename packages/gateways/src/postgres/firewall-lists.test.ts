import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFirewallMemory } from './firewall-lists.ts';
import { startTestDatabase } from './testing.ts';

let server: Awaited<ReturnType<typeof startTestDatabase>>;
beforeAll(async () => {
  server = await startTestDatabase();
});
afterAll(() => server.remove());

test('the last list is kept, and the one before it forgotten', async () => {
  const memory = createFirewallMemory(server.db);
  expect(await memory.last()).toBeUndefined();
  const first = { madeAt: new Date('2026-03-02T09:00:00Z'), groups: { sipis: ['203.0.113.1'] } };
  await memory.keep(first);
  expect(await memory.last()).toEqual(first);
  const second = { madeAt: new Date('2026-03-03T09:00:00Z'), groups: { sipis: ['203.0.113.2'], dashboard: [] } };
  await memory.keep(second);
  expect(await memory.last()).toEqual(second);
});
