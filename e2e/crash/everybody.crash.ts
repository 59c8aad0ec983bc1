import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { call, eventually } from '../../scripts/lib/person.ts';
import { later } from '../../scripts/lib/program.ts';
import { Stack } from '../../scripts/lib/stack.ts';
import { openGate } from './gate.ts';
import { PATIENCE, RunOfADomain } from './run-of-a-domain.ts';
import { STEPS } from './steps-of-a-run.ts';

const VICTIMS = ['web', 'netsapiens', 'acrobits', 'postgres'] as const;
type Victim = (typeof VICTIMS)[number];

const MOMENTS = STEPS.flatMap(({ name }) => [`before ${name}`, `inside ${name}`]);

test.concurrent.for(VICTIMS)(
  '%s is killed before and inside every step, and the run completes',
  async (victim, { onTestFinished }) => {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'enablement-crash-'));
    const missed = [...MOMENTS];
    const strikes: Strike[] = [];
    let stack: Stack | undefined;
    let over = false;
    // A moment that comes again, because its step is tried again, passes.
    const gate = await openGate(async (moment) => {
      if (!missed.includes(moment)) return;
      missed.splice(missed.indexOf(moment), 1);
      await strikes.at(-1)?.over;
      if (stack === undefined || over) return;
      const strike = strikeAt(victim, moment, stack, dataDir);
      strikes.push(strike);
      await strike.begun;
    });
    // Also when the time for it is over, which no `finally` hears of.
    onTestFinished(async () => {
      over = true;
      await gate.close();
      await Promise.allSettled(strikes.map(({ over }) => over));
      await stack?.stop();
      await rm(dataDir, { recursive: true, force: true });
    });
    stack = await Stack.start({
      dataDir,
      autoReply: true,
      vendorsRemember: true,
      env: { bot: { ASK_AT_STEPS: gate.url } },
    });
    const run = new RunOfADomain(stack);
    for (const { after } of STEPS) await after?.(run);
    await run.says('1 domain synchronized');
    // The run of the environment ends by itself, perhaps after that of its domain.
    await eventually(
      'every step has come',
      async () => {
        if (missed.length > 0) throw new Error(`not yet: ${missed.join(', ')}`);
        return true;
      },
      PATIENCE,
    );
    await Promise.all(strikes.map(({ over }) => over));
    console.log(`${victim} was killed ${strikes.length} times, at ${STEPS.length} steps`);
    expect(missed).toEqual([]);
    expect(await run.ledger()).toEqual({ letters: 1, subscriptions: 2, provisioned: 1, cards: 1 });
  },
);

interface Strike {
  /** The bot may go on. */
  readonly begun: Promise<unknown>;
  /** Who was killed is back. */
  readonly over: Promise<unknown>;
}

function strikeAt(victim: Victim, moment: string, stack: Stack, dataDir: string): Strike {
  if (victim === 'postgres') {
    const over = killPostgres(dataDir);
    return { begun: over, over };
  }
  const restart = () => stack.start(victim);
  if (victim === 'web' || moment.startsWith('inside')) {
    const begun = stack.program(victim).kill();
    return { begun, over: begun.then(restart) };
  }
  // The vendor is killed while it answers the call of this step, if the step makes one.
  const fault = { operation: '*', delayMs: 400, times: 1 };
  const begun = eventually('the next answer is slow', () => call(`${stack.urls[victim]}/_mock/faults`, fault).then(() => true));
  const over = begun.then(() => later(200)).then(() => stack.program(victim).kill());
  return { begun, over: over.then(restart) };
}

/** The server itself; whoever keeps it brings it back. */
async function killPostgres(dataDir: string): Promise<void> {
  const home = await readFile(path.join(dataDir, 'postgres/moved-to'), 'utf8').catch(() => path.join(dataDir, 'postgres'));
  await eventually('PostgreSQL runs', async () => {
    const [pid] = (await readFile(path.join(home.trim(), 'pg18/postmaster.pid'), 'utf8')).split('\n');
    // PostgreSQL creates the file before it writes the number; a signal to 0 would end everything that runs here.
    return Number(pid) > 0 && process.kill(Number(pid), 'SIGKILL');
  });
}
