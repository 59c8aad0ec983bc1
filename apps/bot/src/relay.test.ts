import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { everySoOften } from './relay.ts';

const silent = { info: () => undefined, error: () => undefined };

test('woken, it acts at once, one at a time, and never forgets a call that came meanwhile', async () => {
  let done = 0;
  let running = 0;
  let most = 0;
  const work = everySoOften(60_000, silent, 'work', async () => {
    running += 1;
    most = Math.max(most, running);
    await pause(5);
    running -= 1;
    done += 1;
  });
  await pause(20);
  expect(done).toBe(1);
  work.wake();
  work.wake();
  await pause(2);
  work.wake();
  await pause(40);
  expect(done).toBe(3);
  expect(most).toBe(1);
  await work.stop();
});

test('a failure is told once, and its end too', async () => {
  const said: string[] = [];
  const log = { info: (what: string) => said.push(what), error: (what: string) => said.push(what) };
  let fail = true;
  const work = everySoOften(2, log, 'work', async () => {
    if (fail) throw new Error('down');
  });
  await pause(30);
  fail = false;
  await pause(30);
  await work.stop();
  expect(said).toEqual(['work failed and is tried again', 'work works again']);
});
