import type { Duration } from './duration.ts';

/** The other side answered, and the answer is no. Asking again changes nothing until a person does something. */
export class Refused extends Error {
  override readonly name = 'Refused';
  /** What a person can do about it, as a sentence. */
  readonly todo: string;

  constructor(message: string, todo: string, options?: ErrorOptions) {
    super(message, options);
    this.todo = todo;
  }
}

/** Nobody answered, or the answer was "not now". The engine tries again by itself. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
  /** What a person can do when it stays so, as a sentence. */
  readonly todo: string;
  /** How long the other side asked us to wait, when it said so. */
  readonly retryAfter: Duration | undefined;

  constructor(message: string, todo: string, options?: ErrorOptions & { retryAfter?: Duration | undefined }) {
    super(message, options);
    this.todo = todo;
    this.retryAfter = options?.retryAfter;
  }
}
