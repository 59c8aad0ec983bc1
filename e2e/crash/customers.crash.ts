import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { enablement, enablementKilledAfter, operatorsEnv } from '../command-line.ts';
import { logInto } from '../platform.ts';
import { openStage, type Stage } from '../stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const USERS = 60;
const KILLS = 20;
const wanted = {
  domain: 'stubborn.example',
  reseller: 'northwind',
  users: Array.from({ length: USERS }, (_, i) => ({
    user: String(200 + i),
    firstName: 'Ada',
    lastName: `Example ${i}`,
    email: `ada${i}@stubborn.example`,
    devices: ['', 'm'],
    contacts: [{ company: `Globex ${i}`, work: '15551230777' }],
  })),
};

test('an apply that is killed twenty times at random goes on each time, and nothing is there twice', async () => {
  const env = operatorsEnv(stage);
  const inStage = (name: string) => path.join(stage.dataDir, name);
  await writeFile(inStage('c.yaml'), stringify(wanted));
  expect(await enablement(env, 'plan', inStage('c.yaml'), '--out', inStage('c.json'))).toMatchObject({ code: 0 });

  // From before it has read its plan to well into its work; the platform answers slowly, so that there is enough of it.
  const { netsapiens } = stage.stack.urls;
  await fetch(`${netsapiens}/_mock/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ operation: '*', times: 100_000, delayMs: 120 }),
  });
  for (let kills = 0; kills < KILLS; kills++) {
    const ended = await enablementKilledAfter(300 + Math.random() * 2500, env, 'apply', inStage('c.json'), '--yes');
    expect(ended, `killed ${kills} times before it was done`).toBe(false);
  }
  await fetch(`${netsapiens}/_mock/faults`, { method: 'DELETE' });

  const last = await enablement(env, 'apply', inStage('c.json'), '--yes', '--json');
  expect(JSON.parse(last.out)).toMatchObject({ status: 'applied', stuck: [], counts: { done: 1 + USERS * 4 } });
  expect((await enablement(env, 'plan', inStage('c.yaml'), '--json')).out).toContain('"empty":true');

  const token = await logInto(netsapiens, 'super@system.example');
  const read = async (resource: string): Promise<readonly Readonly<Record<string, unknown>>[]> => {
    const response = await fetch(`${netsapiens}/ns-api/v2/domains/stubborn.example/${resource}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return await response.json();
  };
  const users = await read('users?limit=1000');
  expect(users.filter(({ user }) => /^2\d\d$/.test(String(user)))).toHaveLength(USERS);
  // Contacts are the things the platform would take twice.
  for (const user of ['200', '230', '259']) expect(await read(`users/${user}/contacts`)).toHaveLength(1);
  console.log(`${KILLS} kills, ${1 + USERS * 4} things`);
});
