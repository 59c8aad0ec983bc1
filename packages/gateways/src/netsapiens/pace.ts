import type { Duration } from '@enablement/core';
import type { Waiting } from './retry.ts';

/** Lets whoever comes through pass one at a time, `gap` apart. */
export function createPace(gap: Duration, { clock, sleep }: Pick<Waiting, 'clock' | 'sleep'>): () => Promise<void> {
  let free = 0;
  return async () => {
    const now = clock.now().getTime();
    const wait = free - now;
    free = Math.max(free, now) + gap;
    if (wait > 0) await sleep(wait);
  };
}
