import type { State } from '../state.ts';
import type { Clock } from './clock.ts';
import type { Reach } from './reach.ts';
import { createSend, isFailure, withoutQuery } from './send.ts';
import type { Post, Subscription } from './state.ts';
import { isLive } from './subscriptions.ts';

/** Posts waiting events: to each subscriber one after the other, to several at a time. */
export interface Poster {
  /** Looks for events that are due. */
  wake(): void;
  /** Resolves when nothing is under way and nothing is due. */
  idle(): Promise<void>;
  /** Begins nothing more and breaks what is under way. */
  close(): void;
}

const atATime = 10;
const keptOutcomes = 200;
const between = 5000;
const mostTries = 3;

export function createPoster({ state, clock, reach }: { state: () => State; clock: Clock; reach: Reach }): Poster {
  const busy = new Set<string>();
  const closing = new AbortController();
  const send = createSend(clock, reach, closing.signal);
  let waiters: (() => void)[] = [];
  let cancelLook = (): void => undefined;

  /** The first event for each subscriber that is not being served. */
  function next(): Post[] {
    const firsts = new Map<string, Post>();
    for (const post of state().waiting) if (!firsts.has(post.subscription)) firsts.set(post.subscription, post);
    return [...firsts.values()].filter(({ subscription }) => !busy.has(subscription));
  }

  async function serve(post: Post): Promise<void> {
    const platform = state();
    const subscription = platform.subscriptions.find(({ id }) => id === post.subscription);
    if (subscription === undefined || !isLive(subscription, clock.now().getTime())) return drop(platform, post);
    const answer = await send(subscription, platform.switches.eventBody === 'list' ? [post.event] : post.event);
    if (closing.signal.aborted) return;
    note(platform, subscription, answer, clock.now());
    post.tries += 1;
    const again = isFailure(answer) && platform.switches.failedPost === 'repeated' && post.tries < mostTries;
    if (again) post.dueAt = clock.now().getTime() + between;
    else drop(platform, post);
  }

  function wake(): void {
    cancelLook();
    if (closing.signal.aborted) return;
    const time = clock.now().getTime();
    const candidates = next();
    for (const post of candidates) {
      if (post.dueAt > time || busy.size >= atATime) continue;
      busy.add(post.subscription);
      void serve(post).finally(() => {
        busy.delete(post.subscription);
        wake();
      });
    }
    const later = candidates.filter(({ dueAt }) => dueAt > time).map(({ dueAt }) => dueAt - time);
    if (later.length > 0) cancelLook = clock.after(Math.min(...later), wake);
    if (busy.size > 0) return;
    for (const resolve of waiters) resolve();
    waiters = [];
  }

  return {
    wake,
    idle: () =>
      new Promise((resolve) => {
        waiters.push(resolve);
        wake();
      }),
    close() {
      cancelLook();
      closing.abort();
    },
  };
}

function drop(platform: State, post: Post): void {
  platform.waiting = platform.waiting.filter((other) => other !== post);
}

/** `error-count` counts network failures and every status above 302, as published. That `posts-count` counts the others is inferred. */
function note(platform: State, subscription: Subscription, answer: number | string, now: Date): void {
  const { id, model, postUrl } = subscription;
  platform.outcomes.push({ at: now.toISOString(), subscription: id, model, url: withoutQuery(postUrl), answer });
  platform.outcomes.splice(0, Math.max(0, platform.outcomes.length - keptOutcomes));
  if (isFailure(answer)) {
    subscription.errors += 1;
    subscription.failingSince ??= now.getTime();
    subscription.failedAt = now.getTime();
  } else {
    subscription.posts += 1;
    subscription.failingSince = undefined;
    subscription.failedAt = undefined;
  }
}
