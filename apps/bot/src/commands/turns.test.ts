import { expect, test } from 'vitest';
import { turns } from './turns.ts';

test('so many act at a time, the others in order; whoever fails makes room too', async () => {
  const turn = turns(2);
  const order: number[] = [];
  let acting = 0;
  let most = 0;
  const act = (n: number) =>
    turn(async () => {
      order.push(n);
      most = Math.max(most, ++acting);
      await new Promise((resolve) => setTimeout(resolve, 1));
      acting -= 1;
      if (n % 3 === 0) throw new Error('no');
      return n;
    });
  const done = await Promise.allSettled(Array.from({ length: 9 }, (_, n) => act(n)));
  expect(done.filter(({ status }) => status === 'rejected')).toHaveLength(3);
  expect([most, order]).toEqual([2, [0, 1, 2, 3, 4, 5, 6, 7, 8]]);
});
