import { type Json, Refused, Secret, Unreachable } from '@enablement/core';

/**
 * What a journal gives back later, given back now as well: the first run of a line and its replay see the same. A journal is
 * stored in the clear, so a secret is an error here, not a star-filled string that surprises somebody after a restart.
 */
export function asJournalled<T extends Json | void>(value: T): T {
  if (value === undefined) return value;
  const text = JSON.stringify(value, function (this: Record<string, unknown>, name, converted: unknown) {
    if (this[name] instanceof Secret) throw new Error('A secret is not written to the journal of a run; pass a reference to it.');
    return converted;
  });
  return text === undefined ? value : JSON.parse(text);
}

/** A failure as it lies in the journal: what a person reads, and nothing of the circumstances (headers, bodies, causes). */
export interface Failure {
  readonly name: string;
  readonly message: string;
  readonly todo?: string | undefined;
  readonly retryAfter?: number | undefined;
}

export function describeFailure(error: unknown): Failure {
  if (error instanceof Refused) return { name: error.name, message: error.message, todo: error.todo };
  if (error instanceof Unreachable) {
    return { name: error.name, message: error.message, todo: error.todo, retryAfter: error.retryAfter };
  }
  if (error instanceof Error) return { name: error.name, message: error.message };
  return { name: 'Error', message: String(error) };
}

/** The error again, of its own class, so that a workflow tells `Refused` from `Unreachable` after a replay as well. */
export function restoreFailure(failure: Failure, cause?: unknown): Error {
  const options = cause === undefined ? undefined : { cause };
  if (failure.name === 'Refused') return new Refused(failure.message, failure.todo ?? '', options);
  if (failure.name === 'Unreachable') {
    return new Unreachable(failure.message, failure.todo ?? '', { ...options, retryAfter: failure.retryAfter });
  }
  const error = new Error(failure.message, options);
  error.name = failure.name;
  return error;
}
