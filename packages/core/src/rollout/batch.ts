import { type Duration, seconds } from '../duration.ts';
import type { Unreachable } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { HostTurns, Rollout, RolloutDomain, Rollouts, Settlement } from '../ports/rollouts.ts';
import { type DomainPorts, enableDomain, later, type RolloutAccess } from './domain.ts';
import { inPool } from './pool.ts';

export interface RolloutPorts extends DomainPorts {
  readonly rollouts: Rollouts;
  readonly hostTurns: HostTurns;
  readonly clock: Clock;
  /** Throws `Refused` when this program has no credential for the environment. */
  readonly accessTo: (rollout: Rollout) => Promise<RolloutAccess>;
}

export type Stint = { readonly rollout: string; readonly stint: number };

/** A stint that died while a person paused it must not go on beside the one that they began afterwards. */
export const goesOn = ({ status, stint }: Pick<Rollout, 'status' | 'stint'>, mine: Stint): boolean =>
  status === 'running' && stint === mine.stint;

/** Domains of one step of the engine, and how long it takes no more of them: a repeated step then repeats little. */
const BATCH = 2_000;
/** Domains that may be done and not written yet, for each that is under way: then somebody waits for the ledger. */
const UNWRITTEN = 3;
/** Somebody watches. */
const WRITE_AT_LEAST = seconds(0.25);
const BATCH_FOR = seconds(10);
/** Failures in a row that are no accident any more: somebody has to look before thousands more fail alike. */
const ENOUGH = 20;
/** So many without an answer, and none with one, say that nobody is there. */
const SEVERAL = 5;

export type Batch =
  /** `quiet`: nobody was answered; left out when nobody was called. */
  | { readonly go: 'on'; readonly wait: Duration; readonly quiet?: boolean }
  | { readonly go: 'watch' }
  | { readonly go: 'stop'; readonly why: string | null };

/**
 * One step of a roll-out: tries the domains that are due, so many at once as the messaging host has turns. What is done stands in the
 * ledger soon after it is done, so that a step which is repeated begins where the last one died; at most the domains that were under
 * way or not written yet, four times the limit in all, are called for twice.
 */
export async function workBatch(ports: RolloutPorts, stint: Stint): Promise<Batch> {
  const { rollout: id } = stint;
  const { rollouts, clock } = ports;
  const rollout = await knownRollout(ports, id);
  if (!goesOn(rollout, stint)) return { go: 'stop', why: null };
  const rows = await rollouts.due(id, BATCH, clock.now());
  if (rows.length === 0) {
    const next = await rollouts.nextDue(id);
    if (next === undefined) return { go: 'watch' };
    return { go: 'on', wait: Math.max(0, next.getTime() - clock.now().getTime()) };
  }
  const access = await ports.accessTo(rollout);
  const turns = await ports.hostTurns.claim(rollout.messagingHost, rollout.atOnce);
  try {
    if (turns.count === 0) return { go: 'on', wait: seconds(1) };
    return await work(ports, { rollout, access, rows, atOnce: turns.count });
  } finally {
    await turns.release();
  }
}

interface Work {
  readonly rollout: Rollout;
  readonly access: RolloutAccess;
  readonly rows: readonly RolloutDomain[];
  readonly atOnce: number;
}

async function work(ports: RolloutPorts, { rollout, access, rows, atOnce }: Work): Promise<Batch> {
  const { clock } = ports;
  const ledger = writing(ports, rollout, atOnce);
  const until = clock.now().getTime() + BATCH_FOR;
  const unanswered: { readonly row: RolloutDomain; readonly why: Unreachable }[] = [];
  let [answered, failed, silent, wait] = [0, 0, 0, 0];
  const mayGoOn = () => ledger.goesOn() && failed < ENOUGH && silent < atOnce && wait === 0 && clock.now().getTime() < until;
  await inPool(rows, atOnce, async (row) => {
    if (!mayGoOn()) return;
    const result = await enableDomain(ports, access, rollout, row);
    if ('unanswered' in result) {
      const { unanswered: why } = result;
      unanswered.push({ row, why });
      silent += 1;
      wait = Math.max(wait, why.retryAfter ?? 0);
      return;
    }
    answered += 1;
    silent = 0;
    failed = result.status === 'failed' ? failed + 1 : 0;
    await ledger.note(result);
  });
  // When several are not answered and nobody is, or when one is asked to come back later, it is not the domain that something is wrong with.
  const alone = unanswered.length < SEVERAL;
  const counts = (why: Unreachable) => why.retryAfter === undefined && (answered > 0 || alone);
  const now = clock.now();
  await Promise.all(unanswered.map(({ row, why }) => ledger.note(later(row, why, now, counts(why)))));
  await ledger.written();
  if (failed >= ENOUGH) return { go: 'stop', why: ALIKE };
  return { go: 'on', wait, quiet: answered === 0 };
}

const ALIKE = `${ENOUGH} domains in a row have failed. Look why (enablement rollout status), mend it, then: enablement rollout retry.`;

/**
 * Writes down whatever has come together: one statement for many. Nobody is waited for, unless too many are not written yet.
 */
function writing({ rollouts, clock }: Pick<RolloutPorts, 'rollouts' | 'clock'>, rollout: Rollout, atOnce: number) {
  const mine: Stint = { rollout: rollout.id, stint: rollout.stint };
  let stands = true;
  let waiting: Settlement[] = [];
  let unwritten = 0;
  let last = clock.now().getTime();
  let turn: Promise<void> = Promise.resolve();
  let failure: { readonly error: unknown } | undefined;
  const write = async () => {
    const taken = waiting;
    waiting = [];
    last = clock.now().getTime();
    if (taken.length > 0 && failure === undefined) stands = goesOn(await rollouts.settle(rollout.id, taken), mine);
    unwritten -= taken.length;
  };
  const begin = () => {
    turn = turn.then(write).catch((error: unknown) => {
      failure ??= { error };
    });
  };
  const written = async () => {
    begin();
    await turn;
    if (failure !== undefined) throw failure.error;
  };
  return {
    goesOn: () => stands,
    async note(settlement: Settlement): Promise<void> {
      waiting.push(settlement);
      unwritten += 1;
      if (unwritten > UNWRITTEN * atOnce || failure !== undefined) await written();
      else if (waiting.length >= atOnce || clock.now().getTime() - last >= WRITE_AT_LEAST) begin();
    },
    /** Resolves when all of it is written. */
    written,
  };
}

export async function knownRollout({ rollouts }: Pick<RolloutPorts, 'rollouts'>, id: string): Promise<Rollout> {
  const rollout = await rollouts.get(id);
  if (rollout === undefined) throw new Error(`no roll-out ${id}`);
  return rollout;
}
