import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { call, eventually } from '../scripts/lib/person.ts';
import { canary, sightings } from './canaries/canary.ts';
import { openPostgres, postgresHome, readTables } from './canaries/data-dir.ts';
import { askForAccount, hostIn } from './phone/ask-for-account.ts';
import { openReplicas, type Replicas } from './phone/replicas.ts';
import { PASSWORD } from './stage.ts';

const BELIEVED = 4_000;
/** How long NetSapiens is left alone after a silence, and a little more. */
const LEFT_ALONE = 5_500;

let replicas: Replicas;
beforeAll(async () => {
  replicas = await openReplicas({ BELIEVED_SECONDS: '4', REREAD_SECONDS: '4', HASH_MEMORY: '8' });
  const users = ['3000', '3010'].map((user) => ({ domain: 'acme.example', user, password: PASSWORD }));
  await call(`${replicas.netsapiens}/_mock/seed`, { users });
});
afterAll(() => replicas?.close());
afterEach(() => fetch(`${replicas.netsapiens}/_mock/faults`, { method: 'DELETE' }));

const breakLogIns = (fault: object) =>
  call(`${replicas.netsapiens}/_mock/faults`, { operation: 'createToken', times: 10_000, ...fault });
const ask = (user: string, more: Record<string, string> = {}, replica: 0 | 1 = 0) =>
  askForAccount(replicas.urls[replica], user, more);
const answered = (user: string) => eventually(`an account for ${user}`, async () => (await ask(user)).status === 200);

describe('phones on bad days', () => {
  test('keep their account while NetSapiens is away, on a replica that never saw them and after a restart; new people are told', async () => {
    expect(await ask('100')).toMatchObject({ status: 200 });
    await breakLogIns({ status: 503 });
    await sleep(BELIEVED + 100);
    expect(hostIn(await ask('100'))).toBe('acme.example');
    expect(hostIn(await ask('100', { reprovision: '1' }, 1))).toBe('acme.example');
    await replicas.startAgain();
    expect(hostIn(await ask('100', {}, 1))).toBe('acme.example');
    const refused = await ask('101');
    expect(refused.status).toBe(503);
    expect(refused.xml).toContain('<message>The phone system does not answer at the moment. Try again in a minute.</message>');
  });

  test('of a user who is deleted are signed out within seconds, by both replicas', async () => {
    await ask('3000');
    await ask('3000', {}, 1);
    const { access_token: token } = await call<{ access_token: string }>(`${replicas.netsapiens}/ns-api/v2/tokens`, {
      grant_type: 'password',
      client_id: 'acrobits-softphone',
      client_secret: 'mock-client-secret',
      username: 'super@system.example',
      password: PASSWORD,
    });
    const path = '/ns-api/v2/domains/acme.example/users/3000';
    await fetch(`${replicas.netsapiens}${path}`, { method: 'DELETE', headers: { authorization: `Bearer ${token}` } });
    for (const replica of [0, 1] as const)
      await eventually(
        'signed out',
        async () => hostIn(await ask('3000', { reprovision: '1' }, replica)) === 'signed-out.invalid',
      );
  });

  test('are let in although somebody guesses beside them', async () => {
    // Both are known here by now; NetSapiens may still be left alone after the silence before.
    for (const user of ['100', '102']) await answered(user);
    const guesses: number[] = [];
    for (let at = 0; at < 8; at += 1) guesses.push((await ask('100', { cloud_password: `guess ${at}` })).status);
    expect(guesses).toContain(429);
    expect((await ask('100')).status).toBe(200);
    expect((await ask('102')).status).toBe(200);
  });

  test('are not kept waiting by a NetSapiens that hangs', async () => {
    await sleep(LEFT_ALONE);
    await answered('100');
    await breakLogIns({ delayMs: 60_000 });
    await sleep(BELIEVED + 100);
    const began = performance.now();
    expect(hostIn(await ask('100'))).toBe('acme.example');
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  test('that are known are answered while the database is away, and everybody once it is back', async () => {
    expect((await ask('100')).status).toBe(200);
    await replicas.stopDatabase();
    expect(hostIn(await ask('100'))).toBe('acme.example');
    expect((await ask('new-one')).status).toBe(503);
    await replicas.startDatabase();
    await answered('3010');
  });
});

test('no password, SIP password or typed guess stands in any table or in what was printed, not even of a GET', async () => {
  const query = new URLSearchParams({
    cloud_id: 'NSACME',
    cloud_username: '100@acme.example',
    cloud_password: 'canary-typed-in-an-address',
  });
  await fetch(`${replicas.urls[0]}/acrobits/provisioning?${query}`);
  await fetch(`${replicas.urls[0]}/sessiontalk/provisioning?username=100@acme.example&password=canary-typed-in-an-address`);
  const secrets = [
    canary('portal password', PASSWORD),
    canary('SIP password', 'sip-100m-acme.example'),
    canary('client secret', 'mock-client-secret'),
    canary('typed', 'canary-typed-in-an-address'),
    canary('guess', 'guess 3'),
  ];
  const client = await openPostgres(await postgresHome(replicas.dataDir));
  const tables = await readTables(client);
  await client.end();
  expect(tables.some(({ name, bytes }) => name.endsWith('phone_logins') && bytes.includes('100@acme.example'))).toBe(true);
  expect(sightings(secrets, [...tables, { name: 'output', bytes: Buffer.from(replicas.output()) }])).toEqual([]);
  expect(replicas.output()).not.toMatch(/@acme\.example/);
});
