import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { call, eventually } from '../scripts/lib/person.ts';
import { askForAccount, hostIn } from './phone/ask-for-account.ts';
import { openReplicas, type Replicas } from './phone/replicas.ts';
import { PASSWORD } from './stage.ts';

/** The mock remembers its last thousand requests. */
const PEOPLE = 900;
/** 5,400 in all. */
const PHONES_EACH = 6;
const BELIEVED = 10_000;
/** How long NetSapiens is left alone after a silence, and a little more. */
const LEFT_ALONE = 5_500;
const people = Array.from({ length: PEOPLE }, (_, at) => String(10_000 + at));

let replicas: Replicas;
beforeAll(async () => {
  // A cheap hash, since hundreds sign in for the first time here.
  replicas = await openReplicas({ BELIEVED_SECONDS: String(BELIEVED / 1000), UPSTREAM_AT_ONCE: '4', HASH_MEMORY: '8' });
  const users = people.map((user) => ({ domain: 'acme.example', user, password: PASSWORD }));
  await call(`${replicas.netsapiens}/_mock/seed`, { users });
});
afterAll(() => replicas?.close());

const ask = (user: string) => askForAccount(replicas.urls[0], user);
const logInsSince = async (begun: string): Promise<number> => {
  const requests = await call<readonly { at: string; operation?: string }[]>(`${replicas.netsapiens}/_mock/requests`);
  return requests.filter(({ at, operation }) => operation === 'createToken' && at >= begun).length;
};

test('more than five thousand phones come back after an outage: each is answered, and NetSapiens is asked once for each user', async () => {
  for (let from = 0; from < PEOPLE; from += 50)
    expect(new Set((await Promise.all(people.slice(from, from + 50).map(ask))).map(hostIn))).toEqual(new Set(['acme.example']));
  await call(`${replicas.netsapiens}/_mock/faults`, { operation: 'createToken', times: 10_000, status: 503 });
  await sleep(BELIEVED + 100);
  expect(hostIn(await ask(people[0] ?? ''))).toBe('acme.example');
  await fetch(`${replicas.netsapiens}/_mock/faults`, { method: 'DELETE' });
  await sleep(LEFT_ALONE);

  const begun = new Date().toISOString();
  const herd = Array.from({ length: PHONES_EACH }, () => people.map(ask)).flat();
  expect(new Set((await Promise.all(herd)).map(hostIn))).toEqual(new Set(['acme.example']));
  await eventually('one log-in for each user', async () => (await logInsSince(begun)) >= PEOPLE);
  expect(await logInsSince(begun)).toBe(PEOPLE);
});
