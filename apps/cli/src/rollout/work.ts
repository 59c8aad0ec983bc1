import { setTimeout as pause } from 'node:timers/promises';
import { minutes, Refused, ROLL_OUT, type Rollout, rollOut, rolloutRun, Secret, seconds } from '@enablement/core';
import { createMessaging } from '@enablement/gateways/acrobits';
import { createDbosEngine, type DbosEngine } from '@enablement/gateways/engine/dbos';
import { createNet } from '@enablement/gateways/net';
import { createPlatform } from '@enablement/gateways/netsapiens';
import { createRolloutPlatform } from '@enablement/gateways/netsapiens/rollouts';
import { createHostTurns, createRollouts, type Database } from '@enablement/gateways/postgres';
import { progressOf } from '../show/progress.ts';
import { accessTo } from './environment.ts';

export interface Working {
  readonly db: Database;
  readonly url: string;
  readonly json: boolean;
  /** Minutes. */
  readonly watch: number;
}

const LOOK_EVERY = 400;
const clock = { now: () => new Date() };

/** Ways to both vendors, for planning and for work. */
export function vendors() {
  const allowPrivateHosts = process.env.ALLOW_PRIVATE_HOSTS === '1' && process.env.NODE_ENV !== 'production';
  const net = createNet({ allowPrivateHosts });
  return {
    platform: createPlatform({ fetch: net.fetch, clock }),
    messaging: createMessaging({ fetch: net.fetch, clock }),
    rolloutPlatform: createRolloutPlatform({ fetch: net.fetch, clock }),
    close: async () => void (await net.close()),
  };
}

/** Works on a roll-out in this process, until it is done, paused or waits for a person. One process at a time does so. */
export async function workOn(id: string, { db, url, json, watch }: Working): Promise<Rollout> {
  const rollouts = createRollouts({ db, clock });
  const reach = vendors();
  const executorId = `roll-out ${id}`;
  const engine = await createDbosEngine({ url, executorId, queue: executorId, patience: seconds(5) });
  const hint = () => {
    console.error(`\nStopped in the middle; nothing is lost. It goes on with: enablement rollout resume ${id}`);
    process.exit(130);
  };
  process.once('SIGINT', hint);
  try {
    const ports = {
      ...reach,
      rollouts,
      clock,
      hostTurns: createHostTurns({ url }),
      accessTo: (rollout: Rollout) => accessTo(rollout, db),
      passwordOf: (name: string) => (process.env[name] ? new Secret(process.env[name]) : undefined),
    };
    await served(() => engine.serve([rollOut(ports, { watch: minutes(watch) })]), id);
    await start(engine, rollouts, id);
    return await follow({ engine, rollouts, id, json });
  } finally {
    process.removeListener('SIGINT', hint);
    await engine.close();
    await reach.close();
  }
}

async function served(serve: () => Promise<void>, id: string): Promise<void> {
  await serve().catch((error: unknown) => {
    if (!(error instanceof Error && error.message.startsWith('Another process'))) throw error;
    throw new Refused(`Another process works on ${id} already.`, `Watch it: enablement rollout status ${id}`);
  });
}

type Ledger = ReturnType<typeof createRollouts>;

/** A stint whose run has ended without the ledger's knowing was ended by a bug of ours or from outside; it is begun afresh. */
async function start(engine: DbosEngine, rollouts: Ledger, id: string): Promise<void> {
  const before = await known(rollouts, id);
  const { status } = await engine.outcome(ROLL_OUT, rolloutRun(id, before.stint));
  if (before.status === 'running' && (status === 'failed' || status === 'finished')) await rollouts.newStint(id);
  const { stint } = await known(rollouts, id);
  await engine.start(ROLL_OUT, rolloutRun(id, stint), { rollout: id, stint });
}

interface Following {
  readonly engine: DbosEngine;
  readonly rollouts: Ledger;
  readonly id: string;
  readonly json: boolean;
}

/** Shows how it goes until the stint has ended. */
async function follow({ engine, rollouts, id, json }: Following): Promise<Rollout> {
  const progress = progressOf({ json });
  let told = false;
  for (;;) {
    const rollout = await known(rollouts, id);
    const { counts, stint } = rollout;
    progress.show({
      counts: {
        ahead: counts.ahead,
        done: counts.provisioned + counts.synchronized + counts['left alone'],
        failed: counts.failed,
        skipped: counts['awaiting password'],
      },
    });
    const run = await engine.outcome(ROLL_OUT, rolloutRun(id, stint));
    if (run.status === 'failed')
      throw new Error(`${id} ended by a fault of ours: ${run.error} It goes on with: enablement rollout resume ${id}`);
    // Paused or cancelled by somebody else: what was under way is finished first.
    if (run.status === 'finished' && rollout.status !== 'running') {
      progress.end();
      return rollout;
    }
    if (!told && !json && counts.ahead === 0 && counts.provisioned > 0) {
      console.error('All are provisioned. Acrobits makes the subscriptions now, at its own pace; they are watched.');
      told = true;
    }
    await pause(LOOK_EVERY);
  }
}

export async function known(rollouts: Pick<Ledger, 'get'>, id: string): Promise<Rollout> {
  const rollout = await rollouts.get(id);
  if (rollout !== undefined) return rollout;
  throw new Error(`There is no roll-out ${id}. enablement rollout status lists them.`);
}
