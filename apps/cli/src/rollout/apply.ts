import { createInterface } from 'node:readline/promises';
import { Refused, type Rollout, type Turn } from '@enablement/core';
import { loginOf } from '@enablement/gateways/netsapiens/customers';
import { createRollouts, type Database, migrate } from '@enablement/gateways/postgres';
import { withDatabase } from '../database.ts';
import { count } from '../show/words.ts';
import { type PlannedRollout, readRolloutPlan } from './plan-file.ts';
import { isWell, nextStep, rolloutLines } from './show.ts';
import { known, workOn } from './work.ts';

export interface Words {
  readonly json: boolean;
  readonly watch: number;
}

const clock = { now: () => new Date() };
const me = () => process.env.USER || 'command line';

/** Rolls out exactly one plan, or goes on with it. 0 when all is well, 1 when something failed or waits for a person. */
export async function applyRollout(options: Words & { readonly plan: string; readonly yes: boolean }): Promise<0 | 1> {
  const planned = await readRolloutPlan(options.plan);
  loginOf(planned.portalUrl, process.env);
  assertPasswords(planned.items.flatMap(({ status, passwordEnv }) => (status === 'ahead' && passwordEnv ? [passwordEnv] : [])));
  if (!(await agreed(planned, options))) {
    console.error('Nothing was done.');
    return 1;
  }
  return await withDatabase(
    async (db, url) => {
      await migrate(db);
      const { fingerprint, items, portalUrl, cloudId, messagingHost, enablement, canary, atOnce } = planned;
      const order = { fingerprint, portalUrl, cloudId, messagingHost, enablement, canary, atOnce, by: me() };
      const begun = await createRollouts({ db, clock }).begin(order, items);
      if (begun.outcome === 'busy') throw busy(begun.other);
      if (begun.outcome === 'again') console.error(`This plan is being rolled out already; it goes on (${begun.id}).`);
      return await work(begun.id, options, db, url);
    },
    { make: true },
  );
}

export interface TurnOptions extends Words {
  readonly id: string;
  readonly turn: Turn;
  readonly passwords?: boolean;
  readonly passwordEnv?: string | undefined;
}

/** Pauses, resumes, continues after a canary, tries again or cancels. */
export async function turnRollout({ id, turn, passwords = false, passwordEnv, ...words }: TurnOptions): Promise<0 | 1> {
  return await withDatabase(async (db, url) => {
    await migrate(db);
    const rollouts = createRollouts({ db, clock });
    await known(rollouts, id);
    if (passwordEnv !== undefined) assertPasswords([passwordEnv]);
    const turned = await rollouts.turn(id, turn, me(), { passwords, passwordEnv });
    if (turned.outcome === 'busy') throw busy(turned.other);
    if (turned.outcome === 'not now')
      throw new Refused(`${id} is ${turned.status}, so it cannot be asked to ${turn}.`, nextStep({ id, status: turned.status }));
    if (turned.rollout.status === 'running') return await work(id, words, db, url);
    for (const line of rolloutLines(turned.rollout, [], words.json)) console.log(line);
    if (turn === 'pause' && !words.json) console.log('What is under way is finished first.');
    return 0;
  });
}

async function work(id: string, { json, watch }: Words, db: Database, url: string): Promise<0 | 1> {
  const rollouts = createRollouts({ db, clock });
  const before = await known(rollouts, id);
  // A plan that is applied again while a person is waited for changes nothing.
  const rollout = before.status === 'running' ? await workOn(id, { db, url, json, watch }) : before;
  for (const line of rolloutLines(rollout, await rollouts.domains(id, ['failed', 'awaiting password']), json)) console.log(line);
  return isWell(rollout) ? 0 : 1;
}

const busy = (other: Rollout) =>
  new Refused(
    `Another roll-out of this environment is ${other.status} since ${other.begunAt.toISOString().slice(0, 16).replace('T', ' ')} UTC, ordered by ${other.by} (${other.id}). Nothing was done.`,
    `Wait for its end (enablement rollout status ${other.id}), or give it up: enablement rollout cancel ${other.id}`,
  );

/** Before anything is done: thousands of domains would fail alike. */
function assertPasswords(names: readonly string[]): void {
  const missing = [...new Set(names)].filter((name) => !process.env[name]);
  if (missing.length === 0) return;
  const shown = missing.slice(0, 5).join(', ');
  throw new Refused(
    `${shown}${missing.length > 5 ? ` and ${missing.length - 5} more` : ''} ${missing.length === 1 ? 'is' : 'are'} not set, and should hold Office Manager passwords.`,
    'Set them in the environment of this command. Nothing was done.',
  );
}

async function agreed(
  { items, portalUrl, canary }: PlannedRollout,
  { yes, plan }: { yes: boolean; plan: string },
): Promise<boolean> {
  if (yes) return true;
  if (!process.stdin.isTTY)
    throw new Refused('Nobody is there to ask, and --yes was not said.', `Look at the plan, then: rollout apply ${plan} --yes`);
  const ahead = items.filter(({ status }) => status === 'ahead').length;
  const first = canary > 0 && canary < ahead ? ` (the first ${canary}, then you are asked again)` : '';
  const ask = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await ask.question(
    `Give ${count(ahead, 'domain')} of ${new URL(portalUrl).host} to Acrobits${first}? Type yes: `,
  );
  ask.close();
  return answer.trim().toLowerCase() === 'yes';
}
