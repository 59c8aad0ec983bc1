/**
 * The workspace's time. It runs like the machine's, and a test may push it forward: a trigger of 3 s and a
 * response_url of 30 minutes can then be watched running out without waiting.
 */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs once, `ms` of this clock's time from now. Returns the way to call it off. */
  after(ms: number, run: () => void): () => void;
  /** Pushes the time forward; what has become due runs before this returns. */
  advance(ms: number): void;
}

interface Due {
  readonly at: number;
  readonly run: () => void;
  timer: NodeJS.Timeout;
}

/** A clock on top of `real` (the machine's time unless a test brings its own). */
export function createClock(real: () => number = Date.now): Clock {
  let ahead = 0;
  const waiting = new Set<Due>();
  const now = () => real() + ahead;

  function fire(due: Due): void {
    if (!waiting.delete(due)) return;
    clearTimeout(due.timer);
    due.run();
  }

  return {
    now,
    after(ms, run) {
      const due: Due = { at: now() + ms, run, timer: setTimeout(() => fire(due), ms) };
      due.timer.unref();
      waiting.add(due);
      return () => {
        waiting.delete(due);
        clearTimeout(due.timer);
      };
    },
    advance(ms) {
      ahead += ms;
      const ripe = [...waiting].filter((due) => due.at <= now()).sort((a, b) => a.at - b.at);
      for (const due of ripe) fire(due);
    },
  };
}
