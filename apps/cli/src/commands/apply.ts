import { createInterface } from 'node:readline/promises';
import { setTimeout as pause } from 'node:timers/promises';
import {
  APPLY_CUSTOMER,
  applyCustomer,
  type CustomerOrder,
  type CustomerRun,
  type CustomerRuns,
  enableWanted,
  Refused,
} from '@enablement/core';
import { createDbosEngine } from '@enablement/gateways/engine/dbos';
import { loginOf } from '@enablement/gateways/netsapiens/customers';
import { createCustomerRuns, createRegister, type Database, migrate } from '@enablement/gateways/postgres';
import { createVault, loadSecretsKey } from '@enablement/gateways/vault';
import { customersOf } from '../customers.ts';
import { withDatabase } from '../database.ts';
import { type PlanFile, readPlan } from '../plan-file.ts';
import { progressOf } from '../show/progress.ts';
import { showRun } from '../show/run-lines.ts';

export interface ApplyOptions {
  readonly plan: string;
  readonly yes: boolean;
  readonly allowDelete: boolean;
  /** The domain's name, typed, before anything is deleted. */
  readonly domain?: string | undefined;
  readonly json: boolean;
}

const LOOK_EVERY = 150;

/** Applies exactly one plan, and goes on with it when it was cut off. 0 when all of it is done, 1 when not. */
export async function apply(options: ApplyOptions): Promise<0 | 1> {
  const made = await readPlan(options.plan);
  mayDelete(made, options);
  loginOf(made.portalUrl, process.env);
  if (!(await agreed(made, options))) {
    console.error('Nothing was done.');
    return 1;
  }
  const run = await withDatabase((db, url) => carryOut(made, options, db, url), { make: true });
  for (const line of showRun(run.run, run.stuck, options.json)) console.log(line);
  return run.run.status === 'applied' ? 0 : 1;
}

/** Deletion takes two words: that it is allowed, when planning and now, and which domain it is. */
function mayDelete({ allowDelete, domain, plan }: PlanFile, options: ApplyOptions): void {
  if (!allowDelete) return;
  const deletes = plan.actions.filter((action) => Reflect.get(Object(action), 'act') === 'delete').length;
  if (options.allowDelete && options.domain === domain) return;
  throw new Refused(
    `This plan deletes ${deletes} things of ${domain}, and nothing was done yet.`,
    `If that is meant, say it and type the domain’s name: apply ${options.plan} --allow-delete --domain ${domain}`,
  );
}

async function agreed({ domain, portalUrl, plan }: PlanFile, { yes, plan: path }: ApplyOptions): Promise<boolean> {
  if (yes) return true;
  if (!process.stdin.isTTY)
    throw new Refused('Nobody is there to ask, and --yes was not said.', `Look at the plan, then: apply ${path} --yes`);
  const ask = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await ask.question(`Do ${plan.actions.length} things to ${domain} on ${new URL(portalUrl).host}? Type yes: `);
  ask.close();
  return answer.trim().toLowerCase() === 'yes';
}

async function carryOut(made: PlanFile, options: ApplyOptions, db: Database, url: string) {
  await migrate(db);
  const clock = { now: () => new Date() };
  const customerRuns = createCustomerRuns({ db, clock });
  const { file, portalUrl, allowDelete, fingerprint } = made;
  const order: CustomerOrder = { file, portalUrl, allowDelete, fingerprint, by: process.env.USER || 'command line' };
  const begun = await customerRuns.begin(order);
  if (begun.outcome === 'busy')
    throw new Refused(
      `Another plan of ${made.domain} is being applied since ${begun.since.toISOString().slice(0, 16).replace('T', ' ')} UTC, ordered by ${begun.by} (${begun.id}).`,
      `Wait for its end: enablement status ${begun.id}`,
    );
  if (begun.outcome === 'again') console.error(`This plan was being applied already; it goes on (${begun.id}).`);
  const key = await loadSecretsKey({ env: process.env, dataDir: process.env.DATA_DIR ?? '.data' });
  const register = createRegister({ db, vault: createVault({ db, key }), clock });
  const customers = customersOf();
  // One executor a run: whoever applies the same plan again takes up what an earlier process left, and two at once are refused.
  const executorId = `apply ${begun.id}`;
  const engine = await createDbosEngine({ url, executorId, queue: executorId });
  try {
    await engine.serve([
      applyCustomer({
        ...customers.ports,
        customerRuns,
        platformLogin: async (portal) => loginOf(portal, process.env),
        enable: (run) => enableWanted({ register }, run),
      }),
    ]);
    await engine.start(APPLY_CUSTOMER, begun.id, { run: begun.id });
    const run = await watch(customerRuns, begun.id, options.json);
    return { run, stuck: await customerRuns.actions(begun.id, ['failed', 'skipped']) };
  } finally {
    await engine.close();
    await customers.close();
  }
}

async function watch(runs: CustomerRuns, id: string, json: boolean): Promise<CustomerRun> {
  const progress = progressOf({ json });
  for (;;) {
    const run = await runs.get(id);
    if (run === undefined) throw new Error(`${id} is gone from the database while it was applied.`);
    progress.show(run);
    if (run.status !== 'applying') {
      progress.end();
      return run;
    }
    await pause(LOOK_EVERY);
  }
}
