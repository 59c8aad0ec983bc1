import type { Clock, Duration } from '@enablement/core';

interface Timer {
  readonly at: number;
  readonly fire: () => void;
}

/** Real milliseconds that something under way may take before a test is told about it. */
const REAL_PATIENCE = 10_000;

/** Time that moves only when it is told to, and not before everything that is under way has come to rest. */
export function createVirtualTime(start: Date) {
  let now = start.getTime();
  let timers: Timer[] = [];
  const underWay = new Map<symbol, string>();

  /** Promises of workflows settle in microtasks, so a few turns of the event loop with nothing under way mean rest. */
  async function rest(): Promise<void> {
    const deadline = performance.now() + REAL_PATIENCE;
    for (let quiet = 0; quiet < 5; quiet++) {
      await new Promise((resolve) => setImmediate(resolve));
      if (underWay.size === 0) continue;
      quiet = -1;
      await new Promise((resolve) => setTimeout(resolve, 1));
      if (performance.now() > deadline)
        throw new Error(`Still under way after ten real seconds: ${[...underWay.values()].join(', ')}.`);
    }
  }

  return {
    clock: { now: () => new Date(now) } satisfies Clock,
    milliseconds: () => now,

    at(time: number, fire: () => void): void {
      timers.push({ at: time, fire });
    },
    forgetTimers(): void {
      timers = [];
    },

    /** Real work (a step's act) that `advance` waits for. */
    async during<T>(name: string, act: () => Promise<T>): Promise<T> {
      const token = Symbol(name);
      underWay.set(token, name);
      try {
        return await act();
      } finally {
        underWay.delete(token);
      }
    },

    async advance(duration: Duration): Promise<void> {
      const end = now + duration;
      for (;;) {
        await rest();
        const next = timers.reduce<Timer | undefined>(
          (first, timer) => (first && first.at <= timer.at ? first : timer),
          undefined,
        );
        if (!next || next.at > end) break;
        timers = timers.filter((timer) => timer !== next);
        now = Math.max(now, next.at);
        next.fire();
      }
      now = end;
    },
  };
}

export type VirtualTime = ReturnType<typeof createVirtualTime>;
