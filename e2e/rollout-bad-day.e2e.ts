import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ACROBITS_FAILURES } from '../scripts/lib/acrobits-failures.ts';
import { call } from '../scripts/lib/person.ts';
import { enablement, enablementKilledAfter } from './command-line.ts';
import { atAcrobits, declareEnvironment } from './environments-file.ts';
import { breakVendor, officeManagerOf, openStage, PASSWORD, plantDomains, type Stage } from './stage.ts';

const DOMAINS = Array.from({ length: 200 }, (_, n) => `bad${n + 1}.example`);
/** Three of a hundred of each kind. */
const EACH = 6;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ vendorsRemember: true });
});
afterAll(() => stage?.close());

/** Accounts that cannot be used, and a word of the sentence that says why. */
const ACCOUNTS = [
  [{ password: 'another-password' }, 'refused login name or password'],
  [{ mfa: true }, 'multi-factor authentication'],
  [{ securePassword: false }, 'legacy password'],
  [{ scope: 'Basic User' }, 'at least Office Manager'],
] as const;

/** Ways to fail that the vendors have, one after the other: some are over when it is tried again, some are a no. */
const FAULTS = ACROBITS_FAILURES.map((preset) => ['acrobits', { preset }] as const);
const PLATFORM = [
  { status: 503 },
  { status: 500 },
  { status: 429, headers: { 'retry-after': '1' } },
  { drop: true },
  { drop: true, after: true },
  { delayMs: 2000 },
].map((fault) => ['netsapiens', { operation: 'createToken', times: 1, ...fault }] as const);

/** Whether a fault of this vendor has not happened to anybody yet. */
const isDue = async (vendor: 'netsapiens' | 'acrobits'): Promise<boolean> =>
  (await call<readonly unknown[]>(`${stage.stack.urls[vendor]}/_mock/faults`)).length > 0;

/** Everything that can go wrong goes wrong, one thing after the other, again and again, until it is told to stop. */
function trouble(): { stop(): Promise<void> } {
  let on = true;
  const all = [...FAULTS, ...PLATFORM];
  const going = (async () => {
    for (let n = 0; on; n++) {
      const [vendor, fault] = all[n % all.length] ?? ['acrobits', {}];
      // The platform is away for some of the time.
      await breakVendor(stage, vendor, fault).catch(() => undefined);
      while (on && (await isDue(vendor).catch(() => false))) await pause(40);
      if (n % 20 === 10) await call(`${stage.stack.urls.netsapiens}/_mock/seed`, { expireTokens: true }).catch(() => undefined);
      await pause(150);
    }
  })();
  return {
    async stop() {
      on = false;
      await going;
      for (const vendor of ['netsapiens', 'acrobits'] as const)
        await fetch(`${stage.stack.urls[vendor]}/_mock/faults`, { method: 'DELETE' });
    },
  };
}

test('a roll-out on the worst of days loses no domain, says of each why it failed, and is mended by a retry of these alone', async () => {
  const env = await declareEnvironment(stage);
  const inStage = (name: string) => path.join(stage.dataDir, name);
  await plantDomains(stage, DOMAINS);
  const unusable = ACCOUNTS.flatMap(([account, why], kind) =>
    DOMAINS.filter((_, n) => n % 33 === kind * 5)
      .slice(0, EACH)
      .map((domain) => ({ domain, account, why })),
  );
  await call(`${stage.stack.urls.netsapiens}/_mock/seed`, {
    users: unusable.map(({ domain, account }) => ({ domain, user: '900', login: officeManagerOf(domain), ...account })),
  });
  await call(`${stage.stack.urls.acrobits}/_mock/switches`, { subscriptions: 'left to the repair' });
  const missing = Array.from({ length: EACH }, (_, n) => `missing${n}.example`);
  const rows = [...DOMAINS, ...missing].map((domain) => `${domain},${officeManagerOf(domain)}`);
  await writeFile(inStage('bad.csv'), ['domain,login', ...rows].join('\n'));
  const plan = [
    'rollout',
    inStage('bad.csv'),
    '--out',
    inStage('bad.json'),
    '--password-env',
    'SOFTPHONE_PASSWORD',
    '--at-once',
    '4',
  ];
  expect(await enablement(env, ...plan)).toMatchObject({ code: 0, out: expect.stringContaining('200 domains would be given') });

  const day = trouble();
  const words = ['--json', '--watch', '0'];
  const apply = ['rollout', 'apply', inStage('bad.json'), '--yes', ...words];
  for (let kills = 0; kills < 3; kills++) await enablementKilledAfter(1500, env, ...apply);
  const going = enablement(env, ...apply);
  await pause(1500);
  await stage.stack.program('netsapiens').kill();
  await pause(2000);
  await stage.stack.start('netsapiens');
  // So many in a row may have failed that it pauses itself: a person looks, and lets it go on.
  const toItsEnd = async ({ out }: { readonly out: string }) => {
    let told = JSON.parse(out);
    while (told.status === 'paused') told = JSON.parse((await enablement(env, 'rollout', 'resume', told.id, ...words)).out);
    return told;
  };
  const first = await going;
  await day.stop();
  const said = await toItsEnd(first);
  const failed: readonly { domain: string; detail?: string; todo?: string }[] = said.stuck;
  expect(said).toMatchObject({ status: 'finished', counts: { ahead: 0, 'left alone': EACH } });
  expect(said.counts.provisioned + said.counts.failed).toBe(DOMAINS.length);
  for (const { domain, detail, todo } of failed)
    expect({ domain, detail, todo }).toEqual({ domain, detail: expect.stringMatching(/./), todo: expect.stringMatching(/./) });
  for (const { domain, why } of unusable)
    expect(failed.find((one) => one.domain === domain)?.detail ?? 'it did not fail', domain).toContain(why);

  const mended = await toItsEnd(await enablement(env, 'rollout', 'retry', said.id, ...words));
  expect(mended.stuck.map(({ domain }: { domain: string }) => domain).toSorted()).toEqual(
    unusable.map(({ domain }) => domain).toSorted(),
  );

  await call(`${stage.stack.urls.netsapiens}/_mock/seed`, {
    users: unusable.map(({ domain }) => ({
      domain,
      user: '900',
      login: officeManagerOf(domain),
      password: PASSWORD,
      scope: 'Office Manager',
      mfa: false,
      securePassword: true,
    })),
  });
  const last = await toItsEnd(await enablement(env, 'rollout', 'retry', said.id, ...words));
  expect(last).toMatchObject({ status: 'finished', stuck: [], counts: { provisioned: DOMAINS.length } });
  expect((await atAcrobits(stage)).domains).toEqual(expect.arrayContaining([...DOMAINS]));
});
