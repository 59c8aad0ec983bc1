import type { Clock } from './clock.ts';
import { post } from './post.ts';
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
      const headers = { 'content-type': 'application/json', 'x-correlation-id': id, 'user-agent': 'mock-netsapiens/1' };
      return await post(url, { headers, body: JSON.stringify(body), signal: AbortSignal.any([late.signal, closing]) });
    } catch (error) {
      return late.signal.aborted ? 'no answer in time' : `no answer: ${reasonOf(error)}`;
    } finally {
      cancel();
    }
  };
}

function reasonOf(error: unknown): string {
  if (error instanceof Error) return 'code' in error ? String(error.code) : error.message;
  return String(error);
}
