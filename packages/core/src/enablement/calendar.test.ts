import { expect, test } from 'vitest';
import { businessDaysAfter, isDate, isTimeZone } from './calendar.ts';

const prague = { timeZone: 'Europe/Prague', weekend: [6, 7], holidays: ['2026-12-24', '2026-12-25'] };

test.each([
  ['the next day', '2026-03-02T08:00:00Z', 1, '2026-03-03T08:00:00Z'],
  ['over a weekend', '2026-03-06T08:00:00Z', 1, '2026-03-09T08:00:00Z'],
  ['begun on a Saturday', '2026-03-07T08:00:00Z', 1, '2026-03-09T08:00:00Z'],
  ['over holidays and a weekend', '2026-12-23T08:00:00Z', 1, '2026-12-28T08:00:00Z'],
  ['over the change to summer time, at the same time of day', '2026-03-27T08:00:00Z', 1, '2026-03-30T07:00:00Z'],
  ['late on Friday in Prague, which is Friday there and in Greenwich', '2026-03-06T22:30:00Z', 1, '2026-03-09T22:30:00Z'],
  ['early on Saturday in Prague, which is Friday in Greenwich', '2026-03-06T23:30:00Z', 2, '2026-03-09T23:30:00Z'],
  ['a hundred', '2026-01-05T09:00:00Z', 100, '2026-05-25T08:00:00Z'],
])('%s', (_, from, days, to) => {
  expect(businessDaysAfter(new Date(from), days, prague)).toEqual(new Date(to));
});

test('the weekend is where people have it', () => {
  const dubai = { timeZone: 'Asia/Dubai', weekend: [5, 6], holidays: [] };
  // Thursday to Sunday.
  expect(businessDaysAfter(new Date('2026-03-05T06:00:00Z'), 1, dubai)).toEqual(new Date('2026-03-08T06:00:00Z'));
});

test('for trying it out a day may last as long as one likes', () => {
  const quick = { ...prague, dayLasts: 2000 };
  expect(businessDaysAfter(new Date('2026-03-06T08:00:00Z'), 3, quick)).toEqual(new Date('2026-03-06T08:00:06Z'));
});

test('what is no time zone and no date is told apart', () => {
  expect(['Europe/Prague', 'UTC', 'Prague', ''].map(isTimeZone)).toEqual([true, true, false, false]);
  expect(['2026-12-25', '2026-02-30', '25.12.2026', '2026-12-25T00:00'].map(isDate)).toEqual([true, false, false, false]);
});
