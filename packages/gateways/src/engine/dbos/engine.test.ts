import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Run, Unreachable, type Workflow } from '@enablement/core';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { DatabaseAway } from '../../postgres/connect.ts';
import { ensurePostgres, stopPostgres } from '../../postgres/embedded.ts';
import { startTestPostgres, type TestPostgres } from '../../postgres/testing.ts';
import { engineSuite } from '../engine.suite.ts';
import { createDbosEngine, type DbosEngine } from './engine.ts';

const clock = { now: () => new Date() };
let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startTestPostgres();
});
afterAll(() => postgres.remove());

engineSuite('DBOS on PostgreSQL', async (workflows) => {
  const engine = await createDbosEngine({ url: postgres.url, executorId: 'suite' });
  await engine.serve(workflows);
  return { engine, clock, elapse: (duration) => pause(duration), close: () => engine.close() };
});

async function until(met: () => boolean | Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 10_000; !(await met()); await pause(20)) {
    if (Date.now() > deadline) expect.fail('it never came to that');
  }
}

describe('a process that dies', () => {
  let log: string;
  let url: string;
  let door: DbosEngine;
  const children: ChildProcess[] = [];
  beforeAll(async () => {
    ({ url } = await ensurePostgres(postgres.dir, 'crash', { durable: false }));
    log = join(postgres.dir, 'crash.log');
    door = await createDbosEngine({ url, executorId: 'door' });
  });
  afterEach(async () => {
    for (const child of children) await kill(child);
  });
  afterAll(() => door.close());

  function serve(hangIn = ''): ChildProcess {
    const env = { ...process.env, DATABASE_URL: url, CRASH_LOG: log, HANG_IN: hangIn };
    const child = spawn(process.execPath, [join(import.meta.dirname, 'crash-driver.ts')], {
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    children.push(child);
    return child;
  }
  async function kill(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  const lines = (marker?: string) =>
    readFileSync(log, { encoding: 'utf8', flag: 'a+' })
      .split('\n')
      .filter((line) => line && (line === 'serves') === (marker === 'serves'));
  const finished = async () => (await door.outcome('fragile', 'acme')).status === 'finished';

  test('inside a step, at a wait and inside a sleep goes on where it was', async () => {
    await expect(door.start('fragile', 'acme', null)).rejects.toBeInstanceOf(Unreachable);
    const inStep = serve('send');
    await until(() => lines('serves').length === 1);
    await door.start('fragile', 'acme', null);
    await until(() => lines().includes('send'));
    await kill(inStep);

    const atWait = serve();
    await until(() => lines().length === 3);
    await pause(100);
    await kill(atWait);
    await door.signal('fragile', 'acme', 'answer', 'yes', '1');

    const inSleep = serve();
    await until(() => lines().includes('heard yes'));
    await pause(100);
    await kill(inSleep);
    await pause(600);

    serve();
    await until(finished);
    expect(lines()).toEqual(['collect', 'send', 'send', 'heard yes', 'verify']);
  });
});

describe('an engine that is closed', () => {
  test('leaves what was under way to the next one of its name', async () => {
    const { url } = await ensurePostgres(postgres.dir, 'closing', { durable: false });
    const did: string[] = [];
    const slow: Workflow = {
      name: 'slow',
      run: (run) =>
        run.step('send', async () => {
          did.push('send');
          await pause(200);
        }),
    };
    const first = await createDbosEngine({ url, executorId: 'closing' });
    await first.serve([slow]);
    await first.start('slow', 'acme', null);
    await until(() => did.length === 1);
    await first.close();
    await pause(250);

    const second = await createDbosEngine({ url, executorId: 'closing' });
    await second.serve([slow]);
    await until(async () => (await second.outcome('slow', 'acme')).status === 'finished');
    expect(did).toEqual(['send', 'send']);
    await second.close();
  });
});

describe('an engine whose PostgreSQL or whose name is taken away', () => {
  let engine: DbosEngine;
  let url: string;
  const did: string[] = [];
  const lost: string[] = [];
  const act = (run: Run, name: string) =>
    run.step(name, async () => {
      did.push(name);
      await pause(30);
    });
  const steady: Workflow = {
    name: 'steady',
    async run(run) {
      await act(run, 'first');
      await run.waitFor('answer', 60_000);
      for (let n = 1; n <= 5; n++) await act(run, `then ${n}`);
    },
  };
  let away = 3;
  const reading: Workflow = {
    name: 'reading',
    run: (run) =>
      run.step('read', async () => {
        if (away-- > 0) throw new DatabaseAway(new Error('connect ECONNREFUSED'));
      }),
  };
  beforeAll(async () => {
    // What was committed has to be there after the kill.
    await stopPostgres(postgres.dir);
    ({ url } = await ensurePostgres(postgres.dir, 'steady'));
    engine = await createDbosEngine({
      url,
      executorId: 'steady',
      patience: 300,
      answerWithin: 300,
      onLost: (why) => lost.push(why),
    });
    await engine.serve([steady, reading]);
  });
  afterAll(() => engine.close());

  test('a second process under the same name does not start', async () => {
    const second = await createDbosEngine({ url, executorId: 'steady', patience: 200 });
    await expect(second.serve([])).rejects.toThrow('Another process runs as executor "steady"');
    await second.close();
  });

  test('goes on in the same process when PostgreSQL was killed, and says so while it is away', async () => {
    await engine.start('steady', 'acme', null);
    await until(() => did.length === 1);
    const { pid } = await ensurePostgres(postgres.dir);
    process.kill(pid, 'SIGKILL');
    const complaint = () =>
      engine.outcome('steady', 'acme').then(
        () => undefined,
        (error: unknown) => error,
      );
    await until(async () => (await complaint()) instanceof Unreachable);
    await ensurePostgres(postgres.dir);

    await until(async () => (await complaint()) === undefined);
    await engine.signal('steady', 'acme', 'answer', 1, '1');
    await until(async () => (await engine.outcome('steady', 'acme')).status === 'finished');
    expect(did).toEqual(['first', 'then 1', 'then 2', 'then 3', 'then 4', 'then 5']);
    expect(lost).toEqual([]);
  });

  test('does not let a step fail, even one that is tried only once, because PostgreSQL is away', async () => {
    await engine.start('reading', 'acme', null);
    await until(async () => (await engine.outcome('reading', 'acme')).status === 'finished');
    expect(away).toBe(-1);
  });

  test('stops when another process took its name meanwhile', async () => {
    const thief = new pg.Client(url);
    await thief.connect();
    const held = "select pid, classid, objid from pg_locks where locktype = 'advisory' and pid <> pg_backend_pid() limit 1";
    const { rows } = await thief.query(held);
    await thief.query('select pg_terminate_backend($1)', [rows[0].pid]);
    await thief.query('select pg_advisory_lock($1::bigint::bit(32)::int, $2::bigint::bit(32)::int)', [
      rows[0].classid,
      rows[0].objid,
    ]);
    await until(() => lost.length === 1);
    expect(lost[0]).toContain('Another process now runs as executor "steady"');
    await thief.end();
  });
});
