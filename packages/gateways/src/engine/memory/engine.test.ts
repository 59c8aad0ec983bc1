import { days, type Run, seconds, Unreachable, type Workflow } from '@enablement/core';
import { beforeEach, describe, expect, test } from 'vitest';
import { engineSuite } from '../engine.suite.ts';
import { createMemoryEngine, type MemoryEngine } from './engine.ts';

engineSuite('memory', async (workflows) => {
  const engine = createMemoryEngine();
  await engine.serve(workflows);
  return { engine, clock: engine.clock, elapse: engine.advance, close: async () => undefined };
});

describe('an engine in memory', () => {
  let engine: MemoryEngine;
  let did: string[];
  beforeEach(() => {
    engine = createMemoryEngine({ start: new Date('2026-03-01T00:00:00Z') });
    did = [];
  });
  const begin = async (run: Workflow['run']) => {
    await engine.serve([{ name: 'play', run }]);
    await engine.start('play', 'acme', null);
    await engine.advance(0);
  };
  const act = (run: Run, name: string) =>
    run.step(name, async () => {
      did.push(name);
      return did.length;
    });
  const outcome = () => engine.outcome('play', 'acme');

  test('passes days in no time', async () => {
    await begin(async (run) => {
      while ((await run.waitFor('answer', days(2))) === undefined && did.length < 3) await act(run, 'remind');
    });
    await engine.advance(days(5));
    expect(did).toEqual(['remind', 'remind']);
    expect(engine.clock.now()).toEqual(new Date('2026-03-06T00:00:00Z'));
    await engine.signal('play', 'acme', 'answer', 'yes', '1');
    await engine.advance(0);
    expect(await outcome()).toEqual({ status: 'finished' });
  });

  test('after a crash, finished steps answer from the journal and the rest goes on', async () => {
    const got: unknown[] = [];
    await begin(async (run) => {
      const first = await act(run, 'first');
      const answer = await run.waitFor('answer', days(1));
      await run.sleep(seconds(10));
      got.push([first, answer, await act(run, 'last')]);
    });
    engine.crash();
    await engine.signal('play', 'acme', 'answer', 'yes', '1');
    await engine.advance(seconds(4));
    engine.crash();
    await engine.advance(seconds(5));
    expect(got).toEqual([]);
    await engine.advance(seconds(1));
    expect(got).toEqual([[1, 'yes', 2]]);
    engine.crash();
    await engine.advance(days(1));
    expect(did).toEqual(['first', 'last']);
  });

  test('a step that was under way at the crash is done again', async () => {
    let release = () => {};
    await engine.serve([
      {
        name: 'play',
        run: async (run) =>
          run.step('send', async () => {
            did.push('send');
            if (did.length === 1) await new Promise<void>((resolve) => (release = resolve));
          }),
      },
    ]);
    await engine.start('play', 'acme', null);
    engine.crash();
    release();
    await engine.advance(0);
    expect(did).toEqual(['send', 'send']);
    expect(await outcome()).toEqual({ status: 'finished' });
  });

  test('attempts at a step are counted across a crash', async () => {
    await begin(async (run) =>
      run.step(
        'call',
        async () => {
          did.push('call');
          throw new Unreachable('nobody answered', '');
        },
        { times: 3, first: seconds(10), most: seconds(60) },
      ),
    );
    await engine.advance(seconds(10));
    engine.crash();
    await engine.advance(seconds(60));
    expect(did).toEqual(['call', 'call', 'call']);
    expect(await outcome()).toEqual({ status: 'failed', error: 'nobody answered' });
  });

  test('a workflow that asks for something else after a crash fails, as it would on the real engine', async () => {
    let life = 0;
    await begin(async (run) => {
      await act(run, ++life === 1 ? 'first' : 'another');
      await run.waitFor('answer', days(1));
    });
    engine.crash();
    await engine.advance(0);
    expect(await outcome()).toEqual({
      status: 'failed',
      error: expect.stringContaining('has step "first" where it now asks for step "another"'),
    });
  });

  test('a run that was started before anybody serves it waits', async () => {
    await engine.start('play', 'acme', null);
    await engine.advance(days(1));
    expect(await outcome()).toEqual({ status: 'running' });
    await engine.serve([{ name: 'play', run: async (run) => void (await act(run, 'go')) }]);
    await engine.advance(0);
    expect(await outcome()).toEqual({ status: 'finished' });
  });
});
