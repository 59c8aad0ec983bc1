import type { State } from '../state.ts';
import type { Post, Subscription } from './state.ts';
import { isLive, startsAt } from './subscriptions.ts';

/** Something that happened to a user, shaped like what is read of it. */
export interface Event {
  readonly model: 'message' | 'messagesession';
  readonly reseller: string;
  readonly domain: string;
  readonly user: string;
  readonly body: object;
}

const mostWaiting = 1000;
const look = 3000;

/** Filters of a subscription: `*`, or exactly this one. */
const isFor = (subscription: Subscription, event: Event): boolean =>
  subscription.model === event.model &&
  (['reseller', 'domain', 'user'] as const).every((name) => subscription[name] === '*' || subscription[name] === event[name]);

/** A subscription that was made with a scheme in its server is broken; see the switch. */
const isBroken = ({ preferredServer }: Subscription, { switches }: State): boolean =>
  switches.schemeInPreferredServer === 'silent' && preferredServer.includes('://');

/** Puts an event on its way to everybody who subscribed to it. */
export function publish(state: State, now: Date, event: Event): void {
  const time = now.getTime();
  for (const subscription of state.subscriptions) {
    if (!isFor(subscription, event) || !isLive(subscription, time) || isBroken(subscription, state)) continue;
    const dueAt = state.switches.eventPace === 'at once' ? time : (Math.floor(time / look) + 1) * look;
    state.lastPost += 1;
    const post: Post = {
      id: state.lastPost,
      subscription: subscription.id,
      event: event.body,
      dueAt: Math.max(dueAt, startsAt(subscription, state)),
      tries: 0,
    };
    state.waiting.push(post);
  }
  dropOldest(state);
}

/** A memory has an end: what waits longest behind a subscriber that does not answer is lost, and counts as an error. */
function dropOldest(state: State): void {
  for (const lost of state.waiting.splice(0, Math.max(0, state.waiting.length - mostWaiting))) {
    const subscription = state.subscriptions.find(({ id }) => id === lost.subscription);
    if (subscription !== undefined) subscription.errors += 1;
  }
}
