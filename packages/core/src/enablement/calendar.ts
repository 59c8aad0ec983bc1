import { Temporal } from 'temporal-polyfill';
import type { Duration } from '../duration.ts';

/** When people work. */
export interface Calendar {
  /** IANA name, for example `Europe/Prague`. */
  readonly timeZone: string;
  /** ISO 8601 numbers of the days on which nobody works, 1 is Monday. */
  readonly weekend: readonly number[];
  /** `2026-12-25`. */
  readonly holidays: readonly string[];
  /** Development only: a business day lasts this long, and there are no others. */
  readonly dayLasts?: Duration | undefined;
}

export const EVERY_WEEK: Calendar = { timeZone: 'UTC', weekend: [6, 7], holidays: [] };

/** The same time of day, so many business days later. A wait that begins on a free day counts from the next business day on. */
export function businessDaysAfter(from: Date, days: number, calendar: Calendar): Date {
  if (calendar.dayLasts !== undefined) return new Date(from.getTime() + days * calendar.dayLasts);
  let at = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(calendar.timeZone);
  for (let left = days; left > 0; ) {
    at = at.add({ days: 1 });
    if (isBusinessDay(at, calendar)) left -= 1;
  }
  return new Date(at.epochMilliseconds);
}

const isBusinessDay = (at: Temporal.ZonedDateTime, { weekend, holidays }: Calendar): boolean =>
  !weekend.includes(at.dayOfWeek) && !holidays.includes(at.toPlainDate().toString());

export const isTimeZone = (name: string): boolean => {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
};

export const isDate = (text: string): boolean => {
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
};
