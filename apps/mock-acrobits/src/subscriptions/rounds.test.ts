import { expect, test } from 'vitest';
import { freshState } from '../seed.ts';
import { turn } from '../switches.ts';
import { startRounds } from './rounds.ts';

/** Minutes that pass when the test says so. */
function openClock() {
  const state = freshState({ auto: false, delayMs: 0 });
  let pass = (): void => undefined;
  const rests: number[] = [];
  const rest = (ms: number, signal: AbortSignal): Promise<void> => {
    rests.push(ms);
    return new Promise((resolve) => {
      pass = resolve;
      signal.addEventListener('abort', () => resolve());
    });
  };
  const minute = async (): Promise<void> => {
    pass();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { desk: { state, rest }, minute, rests };
}

test('subscriptions are repaired every minute while the switch says so, and at no other time', async () => {
  const { desk, minute, rests } = openClock();
  let rounds = 0;
  const stop = startRounds(desk, {
    repair: async () => {
      rounds += 1;
    },
  });
  await minute();
  expect(rounds).toBe(0);
  turn(desk.state.switches, { repairs: 'every minute' });
  await minute();
  await minute();
  expect(rounds).toBe(2);
  turn(desk.state.switches, { repairs: 'when asked' });
  await minute();
  expect(rounds).toBe(2);
  turn(desk.state.switches, { repairs: 'every minute' });
  stop();
  await minute();
  expect(rounds).toBe(2);
  expect(new Set(rests)).toEqual(new Set([60_000]));
});

test('a round that takes long is not joined by the next', async () => {
  const { desk, minute } = openClock();
  turn(desk.state.switches, { repairs: 'every minute' });
  let [begun, finish] = [0, (): void => undefined];
  const stop = startRounds(desk, {
    repair: () => {
      begun += 1;
      return new Promise((resolve) => {
        finish = resolve;
      });
    },
  });
  await minute();
  await minute();
  expect(begun).toBe(1);
  finish();
  await minute();
  await minute();
  expect(begun).toBe(2);
  stop();
  finish();
});
