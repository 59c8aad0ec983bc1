import { Unreachable } from './errors.ts';

/** More than this is no herd but a flood, and nobody would wait for the last of it. */
const MOST_WAITING = 20_000;

/** Runs at most so many at once; the others wait for their turn, in order. Throws `Unreachable` when far too many wait. */
export interface Turns {
  take<T>(work: () => Promise<T>): Promise<T>;
  /** Whether somebody waits. */
  readonly crowded: boolean;
}

export function createTurns(atOnce: number): Turns {
  let running = 0;
  const waiting: (() => void)[] = [];
  return {
    get crowded() {
      return waiting.length > 0;
    },
    async take(work) {
      if (waiting.length >= MOST_WAITING) throw new Unreachable('Too many wait already.', 'Try again in a minute.');
      if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
      else running += 1;
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        if (next === undefined) running -= 1;
        else next();
      }
    },
  };
}

/** Whoever asks for the same at the same time shares one piece of work. */
export function createFlights<T>(): (key: string, work: () => Promise<T>) => Promise<T> {
  const flying = new Map<string, Promise<T>>();
  return (key, work) => {
    const known = flying.get(key);
    if (known !== undefined) return known;
    const flight = work().finally(() => flying.delete(key));
    flying.set(key, flight);
    return flight;
  };
}
