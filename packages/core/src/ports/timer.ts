import type { Duration } from '../duration.ts';

/** For what must not take longer than it may. */
export interface Timer {
  /** Acts once after the duration, unless what it gave back is called before. */
  after(duration: Duration, act: () => void): () => void;
}
