import type { Desk } from '../desk.ts';

/** Waits for a turn; returns early when the signal is aborted. */
export type Throttle = (signal: AbortSignal) => Promise<void>;

/** Lets through at most so many in any stretch of so many milliseconds, first come, first served. */
export function createThrottle(
  clock: Pick<Desk, 'now' | 'rest'>,
  { most, withinMs }: { readonly most: number; readonly withinMs: number },
): Throttle {
  let passed: number[] = [];
  let last: Promise<void> = Promise.resolve();

  async function pass(signal: AbortSignal): Promise<void> {
    for (;;) {
      const now = clock.now().getTime();
      // A clock that was set back makes turns of the past stand in the future; they hold nobody.
      passed = passed.filter((at) => at > now - withinMs && at <= now);
      const [oldest] = passed;
      if (signal.aborted) return;
      if (oldest === undefined || passed.length < most) break;
      await clock.rest(oldest + withinMs - now, signal);
    }
    passed.push(clock.now().getTime());
  }

  return (signal) => {
    last = last.then(() => pass(signal));
    return last;
  };
}
