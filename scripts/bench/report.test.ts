import { expect, test } from 'vitest';
import { median, percentile } from './measure.ts';
import { asJson, asTable, type Result } from './report.ts';

const faster: Result = { name: 'faster', ratio: 2.3456, goal: 1.5, sense: 'at least', detail: '3 against 1' };
const slower: Result = { ...faster, name: 'slower', sense: 'at most' };

test('a result is one line of JSON, which says whether the goal was reached', () => {
  expect(JSON.parse(asJson(faster))).toEqual({ name: 'faster', ratio: 2.35, goal: 1.5, ok: true });
  expect(JSON.parse(asJson(slower))).toEqual({ name: 'slower', ratio: 2.35, goal: 1.5, ok: false });
  expect(asJson(faster)).not.toContain('\n');
});

test('a goal is held against what was measured, not against what is shown', () => {
  expect(JSON.parse(asJson({ ...faster, ratio: 1.4999 })).ok).toBe(false);
  expect(JSON.parse(asJson({ ...slower, ratio: 1.5001 })).ok).toBe(false);
});

test('results make a table', () => {
  expect(asTable([faster, slower]).split('\n').slice(2)).toEqual([
    '| faster | 2.35  | at least 1.5 | yes     | 3 against 1 |',
    '| slower | 2.35  | at most 1.5  | **no**  | 3 against 1 |',
  ]);
});

test('a median is the one in the middle, or between the two', () => {
  expect(median([9, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 9])).toBe(3);
  expect(median([7])).toBe(7);
});

test('a percentile is the smallest value that so many are not above', () => {
  const hundred = Array.from({ length: 100 }, (_, n) => 100 - n);
  expect([percentile(hundred, 0.99), percentile(hundred, 0.5), percentile([7], 0.99)]).toEqual([99, 50, 7]);
});
