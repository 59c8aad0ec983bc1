import type { Duration, Json, Retry } from '@enablement/core';
import { asJournalled, describeFailure, type Failure, restoreFailure } from './journal.ts';

/** How one attempt at a step ended, as it lies in the journal. */
export type Attempt = { readonly value?: Json | undefined } | { readonly failure: Failure };

/** What an engine brings along: something done once and journalled, and a pause that survives the process. */
export interface Durable {
  once(name: string, attempt: () => Promise<Attempt>): Promise<Attempt>;
  sleep(duration: Duration): Promise<void>;
}

/**
 * A step by the rules of `Retry`. Each attempt is journalled and each pause is durable, so a process that dies in the middle
 * neither starts counting afresh nor waits afresh.
 */
export async function runStep<T extends Json | void>(
  durable: Durable,
  name: string,
  act: () => Promise<T>,
  retry?: Retry,
): Promise<T> {
  for (let count = 1; ; count++) {
    let cause: unknown;
    const attempt = await durable.once(count === 1 ? name : `${name} (attempt ${count})`, async () => {
      try {
        return { value: asJournalled((await act()) as Json | undefined) };
      } catch (error) {
        cause = error;
        return { failure: describeFailure(error) };
      }
    });
    // The journal is typed by the step that wrote it: the same line of the workflow reads it back.
    if (!('failure' in attempt)) return attempt.value as T;
    if (!retry || attempt.failure.name !== 'Unreachable' || count >= retry.times) throw restoreFailure(attempt.failure, cause);
    await durable.sleep(pauseAfter(count, retry, attempt.failure.retryAfter ?? 0));
  }
}

function pauseAfter(count: number, { first, most }: Retry, asked: Duration): Duration {
  return Math.max(Math.min(first * 2 ** (count - 1), most), asked);
}
