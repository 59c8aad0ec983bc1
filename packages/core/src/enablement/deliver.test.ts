import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Dispatch, Dispatches } from '../ports/dispatch.ts';
import type { Engine } from '../ports/engine.ts';
import { deliver } from './deliver.ts';

const start = (id: number, key: string): Dispatch => ({ id: String(id), kind: 'start', workflow: 'enable', key, input: {} });
const nudge = (id: number, key: string): Dispatch => ({ id: String(id), kind: 'nudge', workflow: 'enable', key });

/** An outbox, and an engine that takes its time and refuses what is for `broken`. */
function world(waiting: readonly Dispatch[], broken = '') {
  const left = [...waiting];
  const heard: string[] = [];
  let running = 0;
  const seen = { most: 0 };
  const take = async (said: string, key: string) => {
    running += 1;
    seen.most = Math.max(seen.most, running);
    await turn();
    running -= 1;
    if (key === broken) throw new Error(`${key} is broken`);
    heard.push(said);
  };
  const dispatches: Dispatches = {
    pending: async () => [...left],
    settle: async (id) => {
      left.splice(
        left.findIndex((one) => one.id === id),
        1,
      );
    },
  };
  const engine: Pick<Engine, 'start' | 'signal'> = {
    start: (_workflow, key) => take(`start ${key}`, key),
    signal: (_workflow, key, _signal, _data, id) => take(`nudge ${key} ${id}`, key),
  };
  return { dispatches, engine: { ...engine, outcome: async () => ({ status: 'unknown' }) } satisfies Engine, left, heard, seen };
}

test('what is for one run is handed over in order', async () => {
  const { dispatches, engine, heard, left } = world([start(1, 'a'), nudge(2, 'a'), nudge(3, 'a')]);
  expect(await deliver(dispatches, engine)).toBe(3);
  expect(heard).toEqual(['start a', 'nudge a 2', 'nudge a 3']);
  expect(left).toEqual([]);
});

test('what cannot be handed over holds up its own run alone, is told, and stays', async () => {
  const all = [start(1, 'a'), nudge(2, 'a'), start(3, 'b'), nudge(4, 'c')];
  const { dispatches, engine, heard, left } = world(all, 'a');
  await expect(deliver(dispatches, engine)).rejects.toThrow('a is broken');
  expect(heard.toSorted()).toEqual(['nudge c 4', 'start b']);
  expect(left.map(({ id }) => id)).toEqual(['1', '2']);
});

test('many runs are handed over some at a time', async () => {
  const all = Array.from({ length: 50 }, (_, at) => start(at, `run ${at}`));
  const { dispatches, engine, heard, seen } = world(all);
  await deliver(dispatches, engine);
  expect(heard).toHaveLength(50);
  expect(seen.most).toBe(6);
});
