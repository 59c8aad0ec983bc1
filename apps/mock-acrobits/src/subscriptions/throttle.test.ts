import { expect, test } from 'vitest';
import { openHandClock } from '../testing/hand-clock.ts';
import { createThrottle } from './throttle.ts';

const going = new AbortController().signal;

test('in no stretch of a second do more than three pass, however many want to', async () => {
  const clock = openHandClock();
  const turn = createThrottle(clock, { most: 3, withinMs: 1000 });
  const passed = await Promise.all(Array.from({ length: 20 }, () => turn(going).then(() => clock.now().getTime())));
  const since = passed.map((at) => at - Number(passed[0]));
  expect(since.slice(0, 7)).toEqual([0, 0, 0, 1000, 1000, 1000, 2000]);
  for (const at of passed) expect(passed.filter((other) => other >= at && other < at + 1000).length).toBeLessThanOrEqual(3);
});

test('the stretch slides: who comes late waits for the oldest only', async () => {
  const clock = openHandClock();
  const start = clock.now().getTime();
  const turn = createThrottle(clock, { most: 3, withinMs: 1000 });
  await turn(going);
  await clock.rest(600, going);
  await turn(going);
  await turn(going);
  await turn(going);
  expect(clock.now().getTime() - start).toBe(1000);
});

test('who gives up does not take a turn', async () => {
  const clock = openHandClock();
  const start = clock.now().getTime();
  const turn = createThrottle(clock, { most: 1, withinMs: 1000 });
  await turn(AbortSignal.abort());
  await turn(going);
  expect(clock.now().getTime()).toBe(start);
});

test('a clock that is set back holds nobody', async () => {
  let time = 1_000_000;
  let rested = 0;
  const clock = {
    now: () => new Date(time),
    rest: async (ms: number) => {
      rested += ms;
    },
  };
  const turn = createThrottle(clock, { most: 1, withinMs: 1000 });
  await turn(going);
  time = 0;
  await turn(going);
  expect(rested).toBe(0);
});
