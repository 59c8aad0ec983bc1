import type { Clock } from './clock.ts';
import type { Reach } from './reach.ts';
import type { Subscription } from './state.ts';

/** How long a subscriber has for its answer. Not published. */
const patience = 10_000;

/** The status that came back, or in words why none did. */
export type Answer = number | string;

export const isFailure = (answer: Answer): boolean => typeof answer === 'string' || answer > 302;

/** Passwords stand in the query of a post-url: there is nothing else to know the sender by. */
export const withoutQuery = (url: string): string => url.replace(/[?#].*$/s, '');

/**
 * One POST: the event as JSON, `X-Correlation-ID` with the identifier of the subscription, no signature (an integrator's notes; nobody
 * published it). Redirects are not followed, which is inferred from 302 not being an error.
 */
export function createSend(clock: Clock, reach: Reach, closing: AbortSignal) {
  return async ({ id, postUrl }: Subscription, body: object): Promise<Answer> => {
    const url = URL.parse(postUrl);
    if (url === null || !reach(url)) return 'not sent: the mock posts to this machine only, and to hosts named in POST_TO';
    const late = new AbortController();
    const cancel = clock.after(patience, () => late.abort());
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-correlation-id': id, 'user-agent': 'mock-netsapiens/1' },
        body: JSON.stringify(body),
        redirect: 'manual',
        signal: AbortSignal.any([late.signal, closing]),
      });
      await response.body?.cancel();
      return response.status;
    } catch (error) {
      return late.signal.aborted ? 'no answer in time' : `no answer: ${reasonOf(error)}`;
    } finally {
      cancel();
    }
  };
}

/** `fetch` hides why behind "fetch failed". */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (cause instanceof Error) return 'code' in cause ? String(cause.code) : cause.message;
  return String(cause);
}
