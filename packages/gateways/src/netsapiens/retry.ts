import { type Clock, type Duration, milliseconds, seconds, Unreachable } from '@enablement/core';

/** How a client lets time pass. Both are given by tests that do not want to wait. */
export interface Waiting {
  readonly clock: Clock;
  readonly sleep: (duration: Duration) => Promise<unknown>;
  /** From 0 to below 1. */
  readonly random: () => number;
}

const TIMES = 3;
const FIRST = milliseconds(250);
const MOST = seconds(4);
/** From the first call to the last wait. Whoever can wait longer without holding a process, as the engine can, is left to do so. */
const PATIENCE = seconds(10);

/**
 * Calls again what failed with `Unreachable`: three times in all, with full jitter, so that many who failed together do not come back
 * together, and never before the moment the other side asked for. Ends with the last failure, which still says when to come back.
 * @param repeatable whether doing it twice does no harm. The failure may have hit the answer alone, after the work was done.
 */
export async function retry<T>(act: () => Promise<T>, repeatable: boolean, { clock, sleep, random }: Waiting): Promise<T> {
  const began = clock.now().getTime();
  for (let count = 1; ; count += 1) {
    try {
      return await act();
    } catch (error) {
      if (!repeatable || !(error instanceof Unreachable) || count === TIMES) throw error;
      const pause = (error.retryAfter ?? 0) + random() * Math.min(FIRST * 2 ** (count - 1), MOST);
      if (clock.now().getTime() - began + pause > PATIENCE) throw error;
      await sleep(pause);
    }
  }
}
