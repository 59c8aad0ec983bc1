import type { Duration } from '../duration.ts';

/** What may be written to an engine's journal. It is stored in the clear, so a secret is never part of it: pass a reference. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * How often a step is tried while it throws `Unreachable`: `times` in all, the pause doubling from `first` up to `most`.
 * A longer `retryAfter` of the error wins. Every other error ends the step at once.
 */
export interface Retry {
  readonly times: number;
  readonly first: Duration;
  readonly most: Duration;
}

/**
 * One execution of a workflow. A workflow may die at any line and is then run again from its first line, with finished
 * steps answering from the journal; so outside of steps it must decide by its input and by step results alone.
 */
export interface Run {
  /** Unique among the runs of this workflow. */
  readonly key: string;
  /**
   * Does something to the world and journals the result. It runs *at least* once: when the process dies between the act
   * and the journal, the act is done again. Say beside each step why that is harmless.
   */
  step<T extends Json | void>(name: string, act: () => Promise<T>, retry?: Retry): Promise<T>;
  /** The next signal of this name, or `undefined` when `within` has passed. A signal sent before anybody waited is kept. */
  waitFor(signal: string, within: Duration): Promise<Json | undefined>;
  sleep(duration: Duration): Promise<void>;
}

export interface Workflow<I extends Json = Json> {
  readonly name: string;
  run(run: Run, input: I): Promise<void>;
}

export type Outcome =
  | { readonly status: 'unknown' | 'running' | 'finished' }
  | { readonly status: 'failed'; readonly error: string };

/** Runs workflows so that they survive the death of the process. Adapters: memory (virtual time), DBOS on PostgreSQL. */
export interface Engine {
  /** Starting the same workflow and key again does nothing, also when it has finished. */
  start(workflow: string, key: string, input: Json): Promise<void>;
  /** Delivered once for each `id`. Kept when the run does not wait for it yet. The run must have been started. */
  signal(workflow: string, key: string, signal: string, data: Json, id: string): Promise<void>;
  outcome(workflow: string, key: string): Promise<Outcome>;
}
