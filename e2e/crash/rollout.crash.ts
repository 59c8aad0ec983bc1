import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { call } from '../../scripts/lib/person.ts';
import { enablement, enablementKilledAfter } from '../command-line.ts';
import { atAcrobits, declareEnvironment } from '../environments-file.ts';
import { breakVendor, officeManagerOf, openStage, plantDomains, type Stage } from '../stage.ts';

const KILLS = 20;
const AT_ONCE = 4;
const DOMAINS = Array.from({ length: 400 }, (_, n) => `crash${n + 1}.example`);

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

test('a roll-out that is killed twenty times at random goes on each time, and each domain is there once', async () => {
  const env = await declareEnvironment(stage);
  const inStage = (name: string) => path.join(stage.dataDir, name);
  const { acrobits } = stage.stack.urls;
  await plantDomains(stage, DOMAINS);
  await call(`${acrobits}/_mock/switches`, { subscriptions: 'left to the repair' });
  const before = (await atAcrobits(stage)).domains;
  await writeFile(
    inStage('r.csv'),
    ['domain,login', ...DOMAINS.map((domain) => `${domain},${officeManagerOf(domain)}`)].join('\n'),
  );
  const plan = [
    'rollout',
    inStage('r.csv'),
    '--out',
    inStage('r.json'),
    '--at-once',
    String(AT_ONCE),
    '--password-env',
    'SOFTPHONE_PASSWORD',
  ];
  expect(await enablement(env, ...plan)).toMatchObject({ code: 0 });

  // From before it has read its plan to well into its work; Acrobits answers slowly, so that there is enough of it.
  await breakVendor(stage, 'acrobits', { operation: 'provisionDomain', times: 100_000, delayMs: 300 });
  const apply = ['rollout', 'apply', inStage('r.json'), '--yes', '--json', '--watch', '0'];
  for (let kills = 0; kills < KILLS; kills++) {
    const ended = await enablementKilledAfter(400 + Math.random() * 2600, env, ...apply);
    expect(ended, `killed ${kills} times before it was done`).toBe(false);
  }
  await fetch(`${acrobits}/_mock/faults`, { method: 'DELETE' });

  const last = await enablement(env, ...apply);
  expect(JSON.parse(last.out)).toMatchObject({
    status: 'finished',
    stuck: [],
    counts: { provisioned: DOMAINS.length, ahead: 0 },
  });
  const { domains, calls } = await atAcrobits(stage);
  expect(domains.filter((domain) => !before.includes(domain)).toSorted()).toEqual(DOMAINS.toSorted());
  // What was under way at a kill, or was not written down yet, is called for twice, and nothing else is.
  expect(calls).toBeLessThanOrEqual(DOMAINS.length + KILLS * 4 * AT_ONCE);
  expect(await enablement(env, 'audit', 'verify')).toMatchObject({ code: 0 });
  console.log(`${KILLS} kills, ${calls} calls for ${DOMAINS.length} domains`);
});
