import {
  type Clock,
  type Duration,
  type Engine,
  type Json,
  Refused,
  type Run,
  Secret,
  Unreachable,
  type Workflow,
} from '@enablement/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

export interface Bench {
  readonly engine: Engine;
  readonly clock: Clock;
  /** Lets this much time pass, and everything happen that happens in it. */
  elapse(duration: Duration): Promise<void>;
  close(): Promise<void>;
}

const RETRY = { times: 3, first: 40, most: 1_000 };

/** What every engine promises. Durations are short, because one of them waits in real time. */
export function engineSuite(name: string, open: (workflows: readonly Workflow[]) => Promise<Bench>): void {
  describe(`an engine (${name})`, () => {
    const plays = new Map<string, (run: Run, input: Json) => Promise<void>>();
    const stage: Workflow = { name: 'play', run: async (run, input) => plays.get(run.key)?.(run, input) };
    let bench: Bench;
    let count = 0;
    beforeAll(async () => {
      bench = await open([stage]);
    });
    afterAll(() => bench.close());

    /** Starts a workflow made of this function, under a key of its own. */
    async function play(act: (run: Run, input: Json) => Promise<void>, input: Json = null): Promise<string> {
      const key = `acme/${++count}.example`;
      plays.set(key, act);
      await bench.engine.start('play', key, input);
      return key;
    }
    const signal = (key: string, signalName: string, data: Json, id: string) =>
      bench.engine.signal('play', key, signalName, data, id);
    const outcome = (key: string) => bench.engine.outcome('play', key);

    async function end(key: string) {
      for (let waited = 0; waited < 8_000; waited += 20) {
        const now = await outcome(key);
        if (now.status !== 'running') return now;
        await bench.elapse(20);
      }
      return expect.fail(`${key} does not end`);
    }
    async function until(met: () => boolean): Promise<void> {
      for (let waited = 0; !met(); waited += 20) {
        if (waited > 8_000) expect.fail('it never came to that');
        await bench.elapse(20);
      }
    }

    test('starts a run once, also when it has finished', async () => {
      const seen: Json[] = [];
      const key = await play(
        async (run, input) => {
          await run.step('look', async () => void seen.push(input, run.key));
        },
        { domain: 'acme.example' },
      );
      await bench.engine.start('play', key, { domain: 'globex.example' });
      expect(await end(key)).toEqual({ status: 'finished' });
      await bench.engine.start('play', key, { domain: 'initech.example' });
      await bench.elapse(100);
      expect(seen).toEqual([{ domain: 'acme.example' }, key]);
    });

    test('refuses a workflow that nobody wrote', async () => {
      await expect(bench.engine.start('plya', 'acme', null)).rejects.toThrow('No workflow is called "plya".');
    });

    test('does each step once and gives back what it returned, as a journal would', async () => {
      const done: string[] = [];
      const got: unknown[] = [];
      const key = await play(async (run) => {
        const step = <T extends Json | void>(stepName: string, value: T) =>
          run.step(stepName, async () => {
            done.push(stepName);
            return value;
          });
        got.push(
          await step('number', 1),
          await step('object', { list: ['a', null], left: undefined }),
          await step('nothing', undefined),
        );
      });
      expect(await end(key)).toEqual({ status: 'finished' });
      expect(done).toEqual(['number', 'object', 'nothing']);
      expect(got).toStrictEqual([1, { list: ['a', null] }, undefined]);
    });

    test('keeps signals that nobody waits for yet, in their order and by their name', async () => {
      const got: unknown[] = [];
      let ready = false;
      const key = await play(async (run) => {
        await run.step('wait for the test', async () => {
          while (!ready) await new Promise((resolve) => setTimeout(resolve, 5));
        });
        got.push(await run.waitFor('answer', 2_000), await run.waitFor('answer', 2_000), await run.waitFor('other', 2_000));
      });
      await signal(key, 'other', 'o', '1');
      await signal(key, 'answer', { first: true }, '1');
      await signal(key, 'answer', null, '2');
      ready = true;
      expect(await end(key)).toEqual({ status: 'finished' });
      expect(got).toEqual([{ first: true }, null, 'o']);
    });

    test('delivers a signal once for each id, also when it has been received', async () => {
      const got: unknown[] = [];
      const key = await play(async (run) => {
        for (let n = 0; n < 3; n++) got.push(await run.waitFor('nudge', n < 2 ? 2_000 : 150));
      });
      await signal(key, 'nudge', 1, 'a');
      await signal(key, 'nudge', 2, 'a');
      await until(() => got.length === 1);
      await signal(key, 'nudge', 3, 'a');
      await signal(key, 'nudge', 4, 'b');
      expect(await end(key)).toEqual({ status: 'finished' });
      expect(got).toEqual([1, 4, undefined]);
    });

    test('wakes a run that waits, and gives undefined when the time is over', async () => {
      const got: unknown[] = [];
      const times: number[] = [];
      const key = await play(async (run) => {
        times.push(bench.clock.now().getTime());
        got.push(await run.waitFor('answer', 120));
        times.push(bench.clock.now().getTime());
        got.push(await run.waitFor('answer', 60_000));
      });
      await until(() => got.length === 1);
      expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(119);
      await bench.elapse(20);
      await signal(key, 'answer', 'late', '1');
      expect(await end(key)).toEqual({ status: 'finished' });
      expect(got).toEqual([undefined, 'late']);
    });

    test('does not take a signal for a run that was never started', async () => {
      await expect(signal('nobody', 'answer', 1, '1')).rejects.toThrow('play/nobody has not been started');
    });

    test('sleeps', async () => {
      const times: number[] = [];
      const key = await play(async (run) => {
        times.push(bench.clock.now().getTime());
        await run.sleep(120);
        times.push(bench.clock.now().getTime());
      });
      await end(key);
      expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(119);
    });

    /** A step that fails so often; gives the pauses between its attempts. */
    async function attempts(failures: readonly Error[], retry: { times: number; first: Duration; most: Duration } | undefined) {
      const times: number[] = [];
      const key = await play(async (run) => {
        await run.step(
          'call',
          async () => {
            times.push(bench.clock.now().getTime());
            const failure = failures[times.length - 1];
            if (failure) throw failure;
          },
          retry,
        );
      });
      const ended = await end(key);
      return { ended, pauses: times.slice(1).map((time, index) => time - (times[index] ?? 0)) };
    }
    const away = (retryAfter?: Duration) => new Unreachable('nobody answered', 'Look at the network.', { retryAfter });

    test('tries again while nobody answers, with pauses that double', async () => {
      const { ended, pauses } = await attempts([away(), away()], RETRY);
      expect(ended).toEqual({ status: 'finished' });
      expect(pauses).toHaveLength(2);
      expect(pauses[0]).toBeGreaterThanOrEqual(39);
      expect(pauses[1]).toBeGreaterThanOrEqual(79);
    });

    test('waits at most as long as told, unless the other side asks for more', async () => {
      const { pauses } = await attempts([away(), away(200)], { times: 3, first: 500, most: 50 });
      expect(pauses).toHaveLength(2);
      expect(pauses[0]).toBeGreaterThanOrEqual(49);
      expect(pauses[0]).toBeLessThan(450);
      expect(pauses[1]).toBeGreaterThanOrEqual(199);
    });

    test('gives up after the last attempt, and the sentence stays', async () => {
      const { ended, pauses } = await attempts([away(), away(), away(), away()], RETRY);
      expect(ended).toEqual({ status: 'failed', error: 'nobody answered' });
      expect(pauses).toHaveLength(2);
    });

    test.each([
      ['a refusal', new Refused('the key is wrong', 'Ask for another key.'), RETRY],
      ['a bug', new TypeError('x is not a function'), RETRY],
      ['nobody answering, where no retry was asked for', away(), undefined],
    ])('does not repeat a step because of %s', async (_what, failure, retry) => {
      const { ended, pauses } = await attempts([failure], retry);
      expect(ended).toEqual({ status: 'failed', error: failure.message });
      expect(pauses).toEqual([]);
    });

    test('lets a workflow tell a refusal from silence, with what a person can do', async () => {
      const caught: unknown[] = [];
      const key = await play(async (run) => {
        for (const failure of [new Refused('no', 'Ask Acme.'), away()]) {
          await run
            .step(failure.name, async () => {
              throw failure;
            })
            .catch((error: unknown) => caught.push(error));
        }
      });
      expect(await end(key)).toEqual({ status: 'finished' });
      expect(caught[0]).toBeInstanceOf(Refused);
      expect(caught[0]).toMatchObject({ message: 'no', todo: 'Ask Acme.' });
      expect(caught[1]).toBeInstanceOf(Unreachable);
      expect(caught[1]).toMatchObject({ message: 'nobody answered', todo: 'Look at the network.' });
    });

    test('writes no secret into a journal', async () => {
      const key = await play(async (run) => {
        // The types forbid it; a cast or a spread may get past them.
        await run.step('leak', async () => ({ password: new Secret('canary-1') }) as unknown as Json);
      });
      expect(await end(key)).toEqual({
        status: 'failed',
        error: expect.stringContaining('A secret is not written to the journal'),
      });
    });

    test('lets one run wait without keeping another from going on', async () => {
      const waiting = await play(async (run) => void (await run.waitFor('answer', 60_000)));
      const quick = await play(async (run) => run.step('go', async () => undefined));
      expect(await end(quick)).toEqual({ status: 'finished' });
      expect(await outcome(waiting)).toEqual({ status: 'running' });
      await signal(waiting, 'answer', 1, '1');
      expect(await end(waiting)).toEqual({ status: 'finished' });
    });

    test('knows nothing of a run that was never started', async () => {
      expect(await outcome('nobody')).toEqual({ status: 'unknown' });
    });
  });
}
