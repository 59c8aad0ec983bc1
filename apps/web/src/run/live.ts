import { type Duration, milliseconds, seconds } from '@enablement/core';
import type { Response } from 'express';
import type { Changes } from './changes.ts';

/** Readers at the same time; whoever comes later has a page that loads itself again. */
const MOST_READERS = 300;
/** News of one moment is told once; without news it is looked for all the same, since a notification may be lost. */
const PACE: Duration = milliseconds(500);
const LOOK_AGAIN: Duration = seconds(10);

let readers = 0;

/**
 * A stream of server-sent events that says `changed` whenever the run has a new version, until the page expires or the reader leaves.
 * False when there are too many readers.
 */
export function followRun(
  res: Response,
  { version, changes, until }: { version: () => Promise<number | undefined>; changes: Changes; until: Duration },
): boolean {
  if (readers >= MOST_READERS) return false;
  readers += 1;
  res.set({ 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' });
  res.flushHeaders();
  res.write('retry: 3000\n\n');
  let known: number | undefined;
  let timer: NodeJS.Timeout | undefined;
  let looking = false;
  let heard = false;

  const look = async () => {
    if (looking) return;
    looking = true;
    heard = false;
    try {
      const now = await version();
      if (known !== undefined && now !== known) res.write(`event: changed\ndata: ${now}\n\n`);
      // A comment, so that nobody on the way takes the silence for an end.
      else res.write(':\n\n');
      known = now;
    } catch {
      // The database is away: the next look tells.
    }
    looking = false;
    if (!res.closed) again(heard ? PACE : LOOK_AGAIN);
  };
  const again = (pause: Duration) => {
    clearTimeout(timer);
    timer = setTimeout(() => void look(), pause);
    timer.unref();
  };
  const stop = changes.follow(() => {
    if (heard) return;
    heard = true;
    if (!looking) again(PACE);
  });
  const end = setTimeout(() => res.end(), until);
  end.unref();
  res.once('close', () => {
    readers -= 1;
    stop();
    clearTimeout(timer);
    clearTimeout(end);
  });
  void look();
  return true;
}
