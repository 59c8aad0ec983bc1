import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Stack } from '../../scripts/lib/stack.ts';
import { entriesIn, told } from '../audit/entries.ts';
import { openPostgres, postgresHome } from '../canaries/data-dir.ts';
import { killAt } from './kill-at.ts';
import { DOMAIN, RunOfADomain } from './run-of-a-domain.ts';
import { STEPS_WITH_APPROVAL } from './steps-of-a-run.ts';

let stack: Stack;
let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'enablement-crash-'));
  const policy = { APPROVE_CONTACT: '1', APPROVE_DOMAINS: '1' };
  stack = await Stack.start({ dataDir, autoReply: true, env: { bot: policy } });
  await stack.program('bot').stop();
});

afterAll(async () => {
  await stack?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

test('the bot is killed while approvers are asked and letters leave: each is asked once, and each letter is one', async () => {
  const run = new RunOfADomain(stack);
  expect(await killAt(stack, run, STEPS_WITH_APPROVAL)).toEqual([]);
  await run.says('1 domain synchronized');
  // The first letter, and the one that corrects it.
  expect(await run.ledger()).toEqual({ letters: 2, subscriptions: 2, provisioned: 1, cards: 1 });
  const database = await openPostgres(await postgresHome(dataDir));
  const entries = await entriesIn(database).finally(() => database.end());
  expect(
    entries
      .map(told)
      // Whoever clicks again since nobody answered is told that it is settled, and that is told as well.
      .filter((line) => /approval asked|: approved|letter to Acrobits/.test(line) && !line.endsWith(', refused'))
      .toSorted(),
  ).toEqual(
    [
      ...['', '', ` for ${DOMAIN}`].map((about) => `U0ADAM: approved${about}`),
      'U0OLIVIA: letter to Acrobits ordered',
      ...[1, 2].map(() => 'enableCloudSoftphone: approval asked for'),
      `synchronizeMessaging: approval asked for for ${DOMAIN}`,
      'writeToAcrobits: letter to Acrobits sent',
    ].toSorted(),
  );
});
