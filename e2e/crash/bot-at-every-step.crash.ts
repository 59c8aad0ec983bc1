import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Stack } from '../../scripts/lib/stack.ts';
import { verify } from '../audit/command-line.ts';
import { entriesIn, told } from '../audit/entries.ts';
import { openPostgres, postgresHome } from '../canaries/data-dir.ts';
import { DOMAIN, RunOfADomain } from './run-of-a-domain.ts';
import { POLICY, STEPS } from './steps-of-a-run.ts';

let stack: Stack;
let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'enablement-crash-'));
  stack = await Stack.start({ dataDir, autoReply: true, env: { bot: POLICY } });
  await stack.program('bot').stop();
});

afterAll(async () => {
  await stack?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

test('the bot is killed before and inside every step, and the run completes as if nothing had happened', async () => {
  const run = new RunOfADomain(stack);
  const doings: Promise<unknown>[] = [];
  const survived: string[] = [];
  let deaths = 0;

  for (const { name, before = 1, after } of STEPS) {
    // Before: everything up to here is journalled. Inside: the deed is done and the journal does not know it, the worst moment.
    for (const moment of ['before', 'inside']) {
      const nth = moment === 'before' ? before : 1;
      const bot = await stack.start('bot', { CRASH_AT: `${moment} ${nth} ${name}` }, true);
      // Not waited for: the bot may die before Slack has its answer, and the person tries again with the next one.
      if (after && moment === 'before') doings.push(after(run));
      const ended = await Promise.race([bot.ended, new Promise((resolve) => setTimeout(resolve, 15_000, 'alive'))]);
      if (ended === 'SIGKILL') deaths += 1;
      else survived.push(`${moment} ${name} (${ended})`);
      if (ended === 'alive') await bot.kill();
    }
  }
  await stack.start('bot');
  await Promise.all(doings);
  await run.says('1 domain synchronized');
  console.log(`the bot was killed ${deaths} times, at ${STEPS.length} steps`);
  expect(survived).toEqual([]);
  expect(await run.ledger()).toEqual({ letters: 2, subscriptions: 2, provisioned: 1, cards: 1 });

  const ended = (await auditedIn(dataDir)).filter((line) => !/^(U0OLIVIA|U0ADAM|link holder|Acrobits|bot|web): /.test(line));
  // What Acrobits was asked twice is told twice, with what they answered: 201, and after the death 200.
  const base = BASE_STEPS.map((step) => `enableCloudSoftphone: step ended ${step}`);
  const ofDomain = DOMAIN_STEPS.map((step) => `synchronizeMessaging: step ended ${step} for ${DOMAIN}`);
  expect(ended.toSorted()).toEqual(
    [
      ...base,
      // Of the letter, and of the one that corrects it.
      ...[1, 2].map(() => 'enableCloudSoftphone: approval asked for'),
      'writeToAcrobits: letter to Acrobits sent',
      `synchronizeMessaging: approval asked for for ${DOMAIN}`,
      'enableCloudSoftphone: environment enabled',
      ...ofDomain,
      ...[201, 200].map((status) => `synchronizeMessaging: domain provisioned ${status} for ${DOMAIN}`),
      `synchronizeMessaging: secret destroyed Office Manager password for ${DOMAIN}`,
      `synchronizeMessaging: domain synchronized for ${DOMAIN}`,
    ].toSorted(),
  );
  expect(await verify(dataDir)).toMatchObject({ code: 0, ok: true });
});

const BASE_STEPS = [
  'Prerequisites gathered',
  'Client secret received',
  'Prerequisites checked',
  'Letter to Acrobits approved',
  'Acrobits contacted',
  'Acrobits answered',
  'Values stored',
  'Base enablement complete',
];
const DOMAIN_STEPS = [
  'Office Manager credentials received',
  'Office Manager credentials proved',
  'Provisioning approved',
  'Domain provisioned at Acrobits',
  'Both subscriptions seen in NetSapiens',
  'Office Manager password destroyed',
];

async function auditedIn(dataDir: string): Promise<readonly string[]> {
  const database = await openPostgres(await postgresHome(dataDir));
  try {
    return (await entriesIn(database)).map(told);
  } finally {
    await database.end();
  }
}
