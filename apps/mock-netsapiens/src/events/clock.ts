/** The platform's time. Tests bring one that they move by hand. */
export interface Clock {
  now(): Date;
  /** Runs once, `ms` from now. Returns the way to call it off. */
  after(ms: number, run: () => void): () => void;
}

/** The machine's time. Nothing that waits keeps the process alive. */
export const machineClock: Clock = {
  now: () => new Date(),
  after(ms, run) {
    const timer = setTimeout(run, ms).unref();
    return () => clearTimeout(timer);
  },
};
