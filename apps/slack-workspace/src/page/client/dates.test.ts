import { expect, test } from 'vitest';
import { formatDate } from './dates.ts';

const now = new Date(2026, 10, 21, 14, 0);
const at = (date: number, hour: number, minute: number) => new Date(2026, 10, date, hour, minute);
/** Some versions of ICU put a narrow space before AM and PM. */
const said = (time: Date, format: string) => formatDate(time, format, now).replaceAll(/\s/g, ' ');

test('a date near today is named as people name it', () => {
  expect(said(at(21, 2, 46), '{date_short_pretty} {time}')).toBe('today 2:46 AM');
  expect(said(at(20, 23, 59), '{date_pretty}')).toBe('yesterday');
  expect(said(at(22, 0, 1), '{date_long_pretty}')).toBe('tomorrow');
});

test('another date is written out in the wanted length', () => {
  expect(said(at(3, 15, 5), '{date_short_pretty} at {time}')).toBe('Nov 3, 2026 at 3:05 PM');
  expect(said(at(3, 15, 5), '{date}')).toBe('November 3, 2026');
  expect(said(at(3, 15, 5), '{date_long}')).toBe('Tuesday, November 3, 2026');
  expect(said(at(3, 15, 5), '{date_num}')).toBe('2026-11-03');
});

test('an unknown token stays, so that a typing mistake is seen', () => {
  expect(said(at(3, 15, 5), 'on {day}')).toBe('on {day}');
});
