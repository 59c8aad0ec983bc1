import { type Duration, hours, minutes, seconds } from '../duration.ts';

/**
 * What wrong passwords are counted by. `here` is one user from one source; `user` is one user from everywhere that this user has never
 * signed in from; `address` is an address with whomever it tries.
 */
export type Counted = 'here' | 'here, known' | 'user' | 'address';

export interface Failures {
  readonly failures: number;
  readonly last: Date;
}

interface Limit {
  /** So many are free. */
  readonly free: number;
  readonly first: Duration;
  /** It doubles with every further failure up to this. */
  readonly most: Duration;
}

/**
 * An attacker must not be able to keep others out. Who is known is let in before anything is counted; where a user has signed in
 * before, strangers elsewhere do not count and the wait is short; and an address, behind which a whole office may be, is only slowed down.
 */
const LIMITS: Readonly<Record<Counted, Limit>> = {
  here: { free: 5, first: seconds(30), most: minutes(15) },
  'here, known': { free: 5, first: seconds(15), most: minutes(1) },
  user: { free: 20, first: seconds(30), most: seconds(30) },
  address: { free: 50, first: seconds(2), most: seconds(2) },
};

/** Failures are forgotten when there were none for this long. */
export const FORGOTTEN: Duration = hours(1);

/** How long nothing may be tried because of these failures; 0 when it may. */
export function waitAfter(counted: Counted, { failures, last }: Failures, now: Date): Duration {
  const since = now.getTime() - last.getTime();
  const { free, first, most } = LIMITS[counted];
  if (failures < free || since >= FORGOTTEN) return 0;
  // More doublings than this would only overflow.
  const wait = Math.min(most, first * 2 ** Math.min(failures - free, 20));
  return Math.max(0, wait - since);
}

/** Which counts a try belongs to. */
export const countsOf = (known: boolean, hasAddress: boolean): readonly Counted[] =>
  known ? ['here, known'] : ['here', 'user', ...(hasAddress ? (['address'] as const) : [])];
