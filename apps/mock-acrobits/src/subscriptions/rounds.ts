import type { Desk } from '../desk.ts';
import type { Subscriber } from './subscribe.ts';

const EVERY_MS = 60_000;

/** Repairs by the clock, while the switch `repairs` says so. One round ends before the next begins. Gives back how to stop it. */
export function startRounds(desk: Pick<Desk, 'state' | 'rest'>, subscriber: Pick<Subscriber, 'repair'>): () => void {
  const stopping = new AbortController();
  const { signal } = stopping;
  const goRound = async (): Promise<void> => {
    while (!signal.aborted) {
      await desk.rest(EVERY_MS, signal);
      if (!signal.aborted && desk.state.switches.repairs === 'every minute') await subscriber.repair();
    }
  };
  void goRound();
  return () => stopping.abort();
}
