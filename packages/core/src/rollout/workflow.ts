import { minutes, seconds } from '../duration.ts';
import { Refused, Unreachable } from '../errors.ts';
import type { Retry, Run, Workflow } from '../ports/engine.ts';
import type { RolloutPatience, Settlement } from '../ports/rollouts.ts';
import { type Batch, goesOn, knownRollout, type RolloutPorts, type Stint, workBatch } from './batch.ts';
import { ROLL_OUT } from './names.ts';

const PATIENT: Retry = { times: 8, first: seconds(1), most: seconds(30) };
/** While nobody answers at all, pauses grow up to this, and after so much of them in a row the roll-out pauses itself. */
const LONGEST_QUIET = seconds(30);
const MOST_QUIET = minutes(10);
const FIRST_LOOK = seconds(1);
const LAST_LOOK = seconds(30);

export const rolloutRun = (id: string, stint: number): string => `${id}/${stint}`;

/**
 * One stint of a roll-out: from a person's word until it is done, waits for a person, or pauses. The ledger is the journal of the
 * domains; the engine keeps one step for ten seconds of work.
 */
export function rollOut(ports: RolloutPorts, patience: RolloutPatience): Workflow<Stint> {
  return {
    name: ROLL_OUT,
    async run(engine, stint) {
      const stopped = await work(engine, ports, stint);
      if (stopped === null) return;
      if (stopped === '') await watch(engine, ports, stint, patience);
      // Repeatable: it counts.
      await engine.step('Ended', () => conclude(ports, stint, stopped), PATIENT);
    },
  };
}

/** Until no domain is due: `''`. `null` when a person has stopped it; else why it stops by itself. */
async function work(engine: Run, ports: RolloutPorts, stint: Stint): Promise<string | null> {
  let quiet = 0;
  let pause = 0;
  for (let n = 1; ; n++) {
    const batch = await tried(engine, `Batch ${n}`, () => workBatch(ports, stint));
    if (batch.go === 'watch') return '';
    if (batch.go === 'stop') return batch.why;
    if (batch.quiet === true) pause = Math.min(Math.max(seconds(1), pause * 2), LONGEST_QUIET);
    if (batch.quiet === false) [pause, quiet] = [0, 0];
    const wait = batch.quiet === undefined ? batch.wait : Math.max(batch.wait, pause);
    if (batch.quiet === true) quiet += wait;
    if (quiet > MOST_QUIET)
      return 'Nobody has answered for ten minutes. Look whether the platform and Acrobits are there, then: enablement rollout resume.';
    if (wait > 0) await engine.sleep(wait);
  }
}

/** What stops the whole of it is told, and goes on when a person has mended it. */
async function tried(engine: Run, name: string, act: () => Promise<Batch>): Promise<Batch> {
  try {
    return await engine.step(name, act, PATIENT);
  } catch (error) {
    if (!(error instanceof Unreachable || error instanceof Refused)) throw error;
    return { go: 'stop', why: `${error.message} ${error.todo}` };
  }
}

/** Acrobits makes the subscriptions, at its own pace. One list is read for all domains, less and less often while nothing changes. */
async function watch(engine: Run, ports: RolloutPorts, stint: Stint, { watch: most }: RolloutPatience): Promise<void> {
  let [waited, pause, left] = [0, FIRST_LOOK, Number.POSITIVE_INFINITY];
  for (let n = 1; ; n++) {
    const now = await looked(engine, `Look ${n}`, () => lookForSubscriptions(ports, stint));
    if (now === 0) return;
    if (now < left) [waited, pause] = [0, FIRST_LOOK];
    left = Math.min(left, now);
    if (waited >= most) return;
    await engine.sleep(pause);
    waited += pause;
    pause = Math.min(pause * 2, LAST_LOOK);
  }
}

async function looked(engine: Run, name: string, act: () => Promise<number>): Promise<number> {
  try {
    return await engine.step(name, act);
  } catch (error) {
    if (!(error instanceof Unreachable || error instanceof Refused)) throw error;
    return Number.MAX_SAFE_INTEGER;
  }
}

/** How many are provisioned and have not both subscriptions yet. Repeatable: it looks, and writes down what it saw. */
async function lookForSubscriptions(ports: RolloutPorts, stint: Stint): Promise<number> {
  const { rollout: id } = stint;
  const rollout = await knownRollout(ports, id);
  const waiting = await ports.rollouts.domains(id, ['provisioned']);
  if (waiting.length === 0 || !goesOn(rollout, stint)) return 0;
  const { login } = await ports.accessTo(rollout);
  const seen = await ports.rolloutPlatform.subscribed(login, rollout.messagingHost);
  const settlements = waiting.flatMap((row): Settlement[] => {
    const { message = false, messagesession = false } = seen.get(row.domain) ?? {};
    const { place, domain, tries, outcome, detail } = row;
    return message && messagesession ? [{ place, domain, tries, outcome, detail, status: 'synchronized' }] : [];
  });
  if (settlements.length > 0) await ports.rollouts.settle(id, settlements);
  return waiting.length - settlements.length;
}

async function conclude(ports: RolloutPorts, stint: Stint, stopped: string): Promise<void> {
  const { rollouts } = ports;
  const { rollout: id } = stint;
  if (!goesOn(await knownRollout(ports, id), stint)) return;
  if (stopped !== '') return await rollouts.end(id, 'paused', stopped);
  await rollouts.follow(id);
  const { counts, canary, canaryPassed } = await knownRollout(ports, id);
  const unseen = counts.provisioned > 0 ? [`${counts.provisioned} without subscriptions yet: ask Acrobits`] : [];
  const awaiting =
    counts['awaiting password'] > 0 ? [`${counts['awaiting password']} wait for a password: enablement rollout pages`] : [];
  const failed = counts.failed > 0 ? [`${counts.failed} failed: enablement rollout retry`] : [];
  const said = [`${counts.synchronized} synchronized`, ...unseen, ...awaiting, ...failed].join('; ');
  if (canary > 0 && !canaryPassed && counts.ahead > 0)
    return await rollouts.end(
      id,
      'at canary',
      `The canary is done: ${said}. ${counts.ahead} wait for your word: enablement rollout continue.`,
    );
  await rollouts.end(id, 'finished', `${said}.`);
}
