import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { call } from '../../scripts/lib/person.ts';
import { type Part, Stack } from '../../scripts/lib/stack.ts';
import { RunOfADomain } from './run-of-a-domain.ts';

/** A moment of the run, and how it is brought about: by a slow answer, so that the step is under way when somebody dies. */
interface Moment {
  readonly name: string;
  readonly slow?: { readonly at: 'netsapiens' | 'acrobits'; readonly operation: string };
  readonly hangingMail?: true;
  readonly go: (run: RunOfADomain) => Promise<unknown>;
  /** What the card says once the moment is over. */
  readonly over: RegExp;
}

const MOMENTS: readonly Moment[] = [
  { name: 'waiting for the client secret', go: (run) => run.ask(), over: /Enter client secret/ },
  {
    name: 'checking the portal',
    slow: { at: 'netsapiens', operation: 'getVersion' },
    go: (run) => run.enterClientSecret(),
    over: /portal speaks API v2/,
  },
  { name: 'waiting for Acrobits', go: async () => undefined, over: /Base enablement complete: / },
  { name: 'waiting for credentials', go: (run) => run.addDomain(), over: /Enter credentials/ },
  {
    name: 'proving the credentials',
    slow: { at: 'netsapiens', operation: 'createToken' },
    go: (run) => run.enterCredentials(),
    over: /(domain provisioned|both subscriptions|created \(201\)|already existed \(200\))/,
  },
  { name: 'after the end', go: async () => undefined, over: /1 domain synchronized/ },
];

let stack: Stack;
let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'enablement-crash-'));
  stack = await Stack.start({
    dataDir,
    autoReply: true,
    // A vendor's memory survives its processes.
    env: {
      netsapiens: { STATE_FILE: path.join(dataDir, 'netsapiens.state') },
      acrobits: { STATE_FILE: path.join(dataDir, 'acrobits.state') },
    },
  });
});

afterEach(async () => {
  await stack?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

test.each(['web', 'netsapiens', 'acrobits', 'postgres', 'bot'] as const)(
  '%s is killed at every moment of a run, and the run completes',
  async (victim) => {
    const run = new RunOfADomain(stack);
    for (const { slow, go, over } of MOMENTS) {
      if (slow) await call(`${stack.urls[slow.at]}/_mock/faults`, { operation: slow.operation, delayMs: 700, times: 1 });
      const going = go(run);
      await new Promise((resolve) => setTimeout(resolve, 350));
      await killAndRestart(victim);
      await going;
      await run.says(over);
    }
    console.log(`${victim} was killed ${MOMENTS.length} times`);
    expect(await run.ledger()).toEqual({ letters: 1, subscriptions: 2, provisioned: 1, cards: 1 });
  },
);

async function killAndRestart(victim: Part): Promise<void> {
  if (victim !== 'postgres') {
    await stack.program(victim).kill();
    await stack.start(victim);
    return;
  }
  // The server itself; whoever keeps it brings it back.
  const home = await readFile(path.join(dataDir, 'postgres/moved-to'), 'utf8').catch(() => path.join(dataDir, 'postgres'));
  const [pid] = (await readFile(path.join(home.trim(), 'pg18/postmaster.pid'), 'utf8')).split('\n');
  process.kill(Number(pid), 'SIGKILL');
}
