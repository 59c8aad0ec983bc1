import { type Duration, minutes, seconds } from '../duration.ts';

/** What Acrobits needs for a domain that nobody waits before. */
const USUALLY: Duration = seconds(30);
/** Two subscriptions a domain, of which Acrobits creates three a second at most. */
const EACH: Duration = (seconds(1) * 2) / 3;
const SOONEST: Duration = seconds(10);
const LATEST: Duration = minutes(2);

/** What Acrobits has before it. */
export interface Queue {
  /** Domains that it took and whose subscriptions nobody has seen, the one in question among them. */
  readonly waiting: number;
  /** How long ago the last domain's were seen, or Acrobits took the one in question, if that is less. */
  readonly quietFor: Duration;
}

/** Acrobits is at it, so that a domain without subscriptions has no problem yet. */
export interface Pace {
  readonly said: string;
  /** When it is worth looking again. */
  readonly again: Duration;
}

/** Whether a domain waits for its subscriptions only because others do: `undefined` when nothing has moved for too long. Pure. */
export function acrobitsPace({ waiting, quietFor }: Queue): Pace | undefined {
  const left = waiting * EACH;
  const again = Math.min(Math.max(left / 4, SOONEST), LATEST);
  // We look at each only now and then, so that something may have been made that nobody has seen.
  if (waiting <= 1 || quietFor > USUALLY + again) return undefined;
  return {
    said: `Acrobits makes the subscriptions of ${waiting} domains, which may take ${words(left)}. Looked at again by itself.`,
    again,
  };
}

const words = (duration: Duration): string =>
  duration <= minutes(1) ? 'a minute' : `${Math.ceil(duration / minutes(1))} minutes`;
