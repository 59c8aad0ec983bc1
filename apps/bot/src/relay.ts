import { type Dispatches, deliver, type Engine, milliseconds } from '@enablement/core';
import type { Log } from './log.ts';

/** Hands the outbox to the engine as soon as something is in it, and looks every second in case nobody told. */
export function relay(dispatches: Dispatches, engine: Engine, log: Log): { wake(): void; stop(): Promise<void> } {
  return everySoOften(milliseconds(1000), log, 'handing work to the engine', async () => {
    await deliver(dispatches, engine);
  });
}

/** Runs `act` again and again, one at a time: when woken, and else every `pause`. A failure is told once until it ends. */
export function everySoOften(
  pause: number,
  log: Log,
  what: string,
  act: () => Promise<void>,
): { wake(): void; stop(): Promise<void> } {
  let stopped = false;
  let failing = false;
  let ring: () => void = () => undefined;
  let rung = false;
  const loop = (async () => {
    while (!stopped) {
      rung = false;
      try {
        await act();
        if (failing) log.info(`${what} works again`);
        failing = false;
      } catch (error) {
        if (!failing) log.error(`${what} failed and is tried again`, error);
        failing = true;
      }
      if (rung && !failing) continue;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pause);
        ring = () => {
          clearTimeout(timer);
          resolve();
        };
        if (stopped) ring();
      });
    }
  })();
  return {
    wake() {
      rung = true;
      ring();
    },
    async stop() {
      stopped = true;
      ring();
      await loop;
    },
  };
}
