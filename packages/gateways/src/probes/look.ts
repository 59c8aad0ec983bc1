import type { Look } from '@enablement/core';
import { Unreachable } from '@enablement/core';
import { tooSlow } from '../net/failures.ts';

/**
 * Waits for work no longer than a look may take, and tells it then to stop. What is thrown at the end of the time says that `host` was
 * too slow; a signal of the caller's is passed on.
 */
export async function within<T>(look: Look, host: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const enough = new AbortController();
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = (error: unknown) => {
    reject(error);
    enough.abort(error);
  };
  const cancelled = () => stop(new Unreachable('It was not waited for any longer.', 'Check again.'));
  const timer = setTimeout(() => stop(tooSlow(host, look.limit)), look.limit);
  look.signal.addEventListener('abort', cancelled, { once: true });
  if (look.signal.aborted) cancelled();
  // Nobody may be left to hear of it.
  promise.catch(() => {});
  try {
    return await Promise.race([work(enough.signal), promise]);
  } finally {
    clearTimeout(timer);
    look.signal.removeEventListener('abort', cancelled);
    // Whatever lost the race ends too.
    enough.abort();
  }
}
