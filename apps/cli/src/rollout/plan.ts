import { planRollout, type RolloutPlan, type WantedDomains } from '@enablement/core';
import { loginOf } from '@enablement/gateways/netsapiens/customers';
import { type Database, migrate } from '@enablement/gateways/postgres';
import { withDatabase } from '../database.ts';
import { portalOf } from '../platform.ts';
import { type Target, targetOf } from './environment.ts';
import { writeRolloutPlan } from './plan-file.ts';
import { readWantedDomains } from './read-csv.ts';
import { planLines } from './show.ts';
import { vendors } from './work.ts';

export interface PlanOptions {
  readonly csv?: string | undefined;
  readonly reseller?: string | undefined;
  readonly match?: string | undefined;
  readonly portal?: string | undefined;
  readonly out?: string | undefined;
  readonly canary: number;
  readonly atOnce: number;
  readonly passwordEnv?: string | undefined;
  readonly json: boolean;
}

/** Says what a roll-out would do, and writes the plan. Changes nothing. 0 when there is something to apply or nothing to do, 1 when all is left alone. */
export async function planRolloutOf(options: PlanOptions): Promise<0 | 1> {
  const { portal, passwordEnv, canary, atOnce, json } = options;
  const wanted = await wantedOf(options);
  const portalUrl = portalOf(portal, process.env);
  const login = loginOf(portalUrl, process.env);
  const target = await findTarget(portalUrl);
  const reach = vendors();
  let plan: RolloutPlan;
  try {
    const onLooked =
      json || !process.stderr.isTTY
        ? () => {}
        : (done: number, of: number) => void process.stderr.write(`\rlooked at ${done} of ${of} `);
    plan = await planRollout(reach, { login, messagingHost: target.messagingHost }, wanted, { passwordEnv, onLooked });
  } finally {
    await reach.close();
  }
  const { items } = plan;
  const ahead = items.filter(({ status }) => status === 'ahead').length;
  const out = options.out ?? 'rollout.plan.json';
  const made = new Date().toISOString();
  if (ahead > 0)
    await writeRolloutPlan(out, {
      portalUrl,
      ...target,
      madeAt: made,
      canary,
      atOnce,
      items: items.map((item) => ({ ...item })),
    });
  if (json) console.log(JSON.stringify({ ...target, ...plan, ahead, canary, atOnce, written: ahead > 0 ? out : null }));
  else {
    if (process.stderr.isTTY) process.stderr.write('\n');
    for (const line of planLines(items, new URL(portalUrl).host)) console.log(line);
    console.log(ahead > 0 ? `Written to ${out}. Look at it, then: npm run enablement -- rollout apply ${out}` : 'Nothing to do.');
  }
  return ahead > 0 || items.every(({ status }) => status === 'synchronized') ? 0 : 1;
}

async function wantedOf({ csv, reseller, match }: PlanOptions): Promise<WantedDomains> {
  if (csv !== undefined && (reseller !== undefined || match !== undefined))
    throw new Error('Say a CSV file, or a filter (--reseller, --match), not both.');
  if (csv !== undefined) return { domains: await readWantedDomains(csv) };
  if (reseller === undefined && match === undefined)
    throw new Error('Which domains? Say a CSV file, or --reseller <name>, or --match "*.example".');
  const pattern = match === undefined ? /^/ : globOf(match);
  return { reseller, fits: (domain) => pattern.test(domain) };
}

/** `*` stands for anything, `?` for one character. */
const globOf = (glob: string): RegExp =>
  new RegExp(
    `^${glob
      .toLowerCase()
      .replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
  );

/** The database is asked only when no file declares the environment. */
async function findTarget(portalUrl: string): Promise<Target> {
  const asking = () =>
    withDatabase(async (db: Database) => {
      await migrate(db);
      return await targetOf(portalUrl, async () => db);
    });
  return process.env.ENVIRONMENTS ? await targetOf(portalUrl, async () => undefined).catch(asking) : await asking();
}
