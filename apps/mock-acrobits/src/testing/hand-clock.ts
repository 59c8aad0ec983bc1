import type { Desk } from '../desk.ts';

/** A clock that stands until somebody rests; then the time has passed at once. */
export function openHandClock(start = new Date('2026-02-28T10:20:30Z')): Pick<Desk, 'now' | 'rest'> {
  let time = start.getTime();
  return {
    now: () => new Date(time),
    rest: async (ms) => {
      time += ms;
    },
  };
}
