import { type Duration, days, seconds } from '@enablement/core';

/** A server that asks for more is not believed: a run would wait for years without anybody noticing. */
const LONGEST = days(1);

/**
 * The Retry-After header (RFC 9110 section 10.2.3): seconds, or a date. A date is compared with the Date header of the same
 * answer where there is one, so that a wrong clock on either side does no harm. `undefined` when absent or unreadable.
 */
export function retryAfter(headers: Headers, now: Date): Duration | undefined {
  const asked = headers.get('retry-after')?.trim();
  if (!asked) return undefined;
  if (/^\d{1,9}$/.test(asked)) return Math.min(seconds(Number(asked)), LONGEST);
  const until = Date.parse(asked);
  if (Number.isNaN(until)) return undefined;
  const sent = Date.parse(headers.get('date') ?? '');
  return Math.min(Math.max(0, until - (Number.isNaN(sent) ? now.getTime() : sent)), LONGEST);
}
