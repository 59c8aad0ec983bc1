import type { Request, Server } from './server.ts';

export const median = (numbers: readonly number[]): number => {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle) - 1] ?? Number.NaN)) / 2;
};

const atOnce = 10;

/** Sends this many requests, ten at a time. */
export async function load(server: Server, requests: number, next: () => Request): Promise<void> {
  let left = requests;
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await server.ask(next());
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

export interface Contender {
  readonly server: Server;
  readonly next: () => Request;
  /** Brings the server back to where it was, so that every round finds the same. */
  readonly reset?: () => Promise<void>;
}

/**
 * CPU time of each server for one request, in microseconds, round by round. CPU time and not waiting time, as the machine is shared
 * with whoever asks; the rounds take turns, so that a bad moment of the machine meets everybody.
 */
export async function cpuPerRequest(
  contenders: readonly Contender[],
  { rounds, requests, warmUp }: { rounds: number; requests: number; warmUp: number },
): Promise<number[][]> {
  const used: number[][] = contenders.map(() => []);
  for (const { server, next } of contenders) await load(server, warmUp, next);
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, { server, next, reset }] of contenders.entries()) {
      await reset?.();
      const before = await server.cpu();
      await load(server, requests, next);
      used[at]?.push(((await server.cpu()) - before) / requests);
    }
  }
  return used;
}

/** The waiting times of so many requests, ten at a time, in milliseconds. */
export async function waits({ server, next }: Contender, requests: number): Promise<number[]> {
  const all: number[] = [];
  let left = requests;
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      all.push(await timed(() => server.ask(next())));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return all;
}

/** The value below which this share of the numbers lies: 0.99 for the slowest hundredth. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** How long some work takes, in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
