import { type Duration, days, Refused, seconds } from '@enablement/core';
import { pages } from './pages.ts';

/** Which calls are wanted. All three are required: a query without bounds is refused by some cores and heavy for all. */
export interface CallPeriod {
  readonly from: Date;
  readonly to: Date;
  /** The most rows that are read. */
  readonly atMost: number;
}

export interface Window {
  readonly 'datetime-start': string;
  readonly 'datetime-end': string;
}

/** What one question may span, so that no core has to search long for its answer. */
const WINDOW: Duration = days(1);
const LONGEST: Duration = days(92);

/**
 * The calls of a period, the earliest days first, each once, no more than wanted. Asked for day by day; two days share the second
 * between them, since nobody says whether the ends belong to a period.
 * Throws `Refused`, before anything is asked, when the period is none or longer than a quarter.
 */
export async function* cdrs<Row>(
  pageOf: (window: Window, start: number, limit: number) => Promise<readonly Row[]>,
  idOf: (row: Row) => string,
  { from, to, atMost }: CallPeriod,
): AsyncGenerator<Row, void> {
  const [begin, end] = [from.getTime(), to.getTime()];
  if (!(begin < end) || end - begin > LONGEST || !(atMost >= 1)) {
    throw new Refused(
      'Calls can only be read of a bounded period.',
      'Give a beginning, an end up to 92 days later, and how many at most.',
    );
  }
  const seen = new Set<string>();
  let count = 0;
  for (let at = begin; at < end; at += WINDOW) {
    const window = { 'datetime-start': moment(at), 'datetime-end': moment(Math.min(at + WINDOW, end) + seconds(1) - 1) };
    for await (const row of pages((start, limit) => pageOf(window, start, limit), idOf, seen)) {
      yield row;
      count += 1;
      if (count >= atMost) return;
    }
  }
}

/** ISO 8601 in UTC, whole seconds. */
const moment = (time: number) => `${new Date(time).toISOString().slice(0, 19)}Z`;
