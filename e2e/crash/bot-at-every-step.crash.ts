import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Stack } from '../../scripts/lib/stack.ts';
import { verify } from '../audit/command-line.ts';
import { entriesIn, told } from '../audit/entries.ts';
import { openPostgres, postgresHome } from '../canaries/data-dir.ts';
import { killAt } from './kill-at.ts';
import { DOMAIN, RunOfADomain } from './run-of-a-domain.ts';
import { STEPS } from './steps-of-a-run.ts';

let stack: Stack;
let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'enablement-crash-'));
  stack = await Stack.start({ dataDir, autoReply: true });
  await stack.program('bot').stop();
});

afterAll(async () => {
  await stack?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

test('the bot is killed before and inside every step, and the run completes as if nothing had happened', async () => {
  const run = new RunOfADomain(stack);
  expect(await killAt(stack, run, STEPS)).toEqual([]);
  await run.says('1 domain synchronized');
  expect(await run.ledger()).toEqual({ letters: 1, subscriptions: 2, provisioned: 1, cards: 1 });

  const ended = (await auditedIn(dataDir)).filter(
    (line) => !/^(U0OLIVIA|link holder|Acrobits|bot|web|provisioning): /.test(line),
  );
  // What Acrobits was asked twice is told twice, with what they answered: 201, and after the death 200.
  const base = BASE_STEPS.map((step) => `enableCloudSoftphone: step ended ${step}`);
  const ofDomain = DOMAIN_STEPS.map((step) => `synchronizeMessaging: step ended ${step} for ${DOMAIN}`);
  expect(ended.toSorted()).toEqual(
    [
      ...base,
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
  'Acrobits contacted',
  'Acrobits answered',
  'Values stored',
  'Base enablement complete',
];
const DOMAIN_STEPS = [
  'Office Manager credentials received',
  'Office Manager credentials proved',
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
