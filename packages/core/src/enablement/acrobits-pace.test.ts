import { expect, test } from 'vitest';
import { minutes, seconds } from '../duration.ts';
import { acrobitsPace } from './acrobits-pace.ts';

test('a domain that nobody else waits beside is not excused, as Acrobits needs seconds', () => {
  expect(acrobitsPace({ waiting: 1, quietFor: seconds(5) })).toBeUndefined();
});

test('at three subscriptions a second a thousand domains take twelve minutes, for which nothing is wrong as long as some are seen', () => {
  expect(acrobitsPace({ waiting: 1_000, quietFor: seconds(1) })?.said).toBe(
    'Acrobits makes the subscriptions of 1000 domains, which may take 12 minutes. Looked at again by itself.',
  );
  expect(acrobitsPace({ waiting: 50, quietFor: seconds(1) })?.said).toContain('may take a minute.');
});

test('when nothing has moved for too long they are at it no more', () => {
  expect(acrobitsPace({ waiting: 1_000, quietFor: minutes(2.4) })).toBeDefined();
  expect(acrobitsPace({ waiting: 1_000, quietFor: minutes(2.6) })).toBeUndefined();
  expect(acrobitsPace({ waiting: 2, quietFor: seconds(41) })).toBeUndefined();
});

test('it is looked at again neither at once nor only in the end', () => {
  expect(acrobitsPace({ waiting: 10_000, quietFor: 0 })?.again).toBe(minutes(2));
  expect(acrobitsPace({ waiting: 50, quietFor: 0 })?.again).toBe(seconds(10));
});
