import type { Schemas } from '@enablement/contracts/netsapiens';
import type { Call } from '@enablement/mock-kit';
import { type Caller, seesDomain } from '../callers.ts';
import { platformDate } from '../dates.ts';
import { domainNamed } from '../lookups.ts';
import type { Domain, State } from '../state.ts';
import type { Subscription } from './state.ts';

const minute = 60_000;
const hour = 3_600_000;

/** The platform finds a new subscription a moment after it was made; until then it posts nothing for it. */
export const startsAt = (subscription: Subscription, { settleMs }: Pick<State, 'settleMs'>): number =>
  subscription.createdAt + settleMs;

/** `error` while it fails and has failed for long enough; a minute without a failure clears it, and so does a post that was taken. */
function statusOf(subscription: Subscription, state: State, now: number): 'pending' | 'active' | 'error' {
  const { failingSince, failedAt, posts } = subscription;
  const { subscriptionFails, subscriptionStarts } = state.switches;
  const longest = { 'after a minute': minute, 'at once': 0, never: Number.POSITIVE_INFINITY }[subscriptionFails];
  if (failingSince !== undefined && failedAt !== undefined && now - failedAt < minute && failedAt - failingSince >= longest)
    return 'error';
  if (posts > 0) return 'active';
  return subscriptionStarts === 'after a moment' && now >= startsAt(subscription, state) ? 'active' : 'pending';
}

/** A host with a scheme in it is shown as it was sent: Acrobits' tool knows broken subscriptions by that. */
export function showSubscription(subscription: Subscription, state: State, now: Date): Schemas['Subscription'] {
  const started = now.getTime() >= startsAt(subscription, state);
  const everybody = subscription.user === '*' && state.switches.userOfSubscription === 'as sent';
  return {
    id: subscription.id,
    model: subscription.model,
    'post-url': subscription.postUrl,
    'subscription-geo-support': subscription.geoSupport,
    'user-scope': subscription.scope,
    reseller: subscription.reseller,
    domain: subscription.domain,
    user: everybody || subscription.user !== '*' ? subscription.user : subscription.madeBy,
    'preferred-server': subscription.preferredServer,
    'current-active-server': started ? subscription.preferredServer || state.hostname : '',
    status: statusOf(subscription, state, now.getTime()),
    'error-count': subscription.errors,
    'posts-count': subscription.posts,
    'subscription-creation-datetime': platformDate(subscription.createdAt),
    'subscription-expires-datetime': platformDate(subscription.expiresAt),
  };
}

export const isLive = (subscription: Subscription, now: number): boolean => subscription.expiresAt > now;

/** What is past its time can be seen for a while, and posts nothing. */
const isListed = (subscription: Subscription, { switches }: State, now: number): boolean =>
  isLive(subscription, now + (switches.expiredSubscriptions === 'gone at once' ? 0 : -hour));

type Asking = Pick<Call<State>, 'state' | 'now'>;

/** A user below Office Manager sees only its own. */
function isVisible(subscription: Subscription, { state, now }: Asking, caller: Caller): boolean {
  if (!isListed(subscription, state, now().getTime())) return false;
  const { scope, user: own } = caller.user;
  if (scope === 'Super User') return true;
  const { domain, reseller, user } = subscription;
  if (!seesDomain(caller, domainNamed(state, domain) ?? { domain, reseller })) return false;
  return scope === 'Reseller' || scope === 'Office Manager' || user === own;
}

export const visibleSubscriptions = (call: Asking, caller: Caller): Subscription[] =>
  call.state.subscriptions.filter((subscription) => isVisible(subscription, call, caller));

/** The subscription that a path names, if the caller may see it. */
export function namedSubscription(call: Asking & Pick<Call<State>, 'params'>, caller: Caller): Subscription | undefined {
  const found = call.state.subscriptions.find(({ id }) => id === call.params.id);
  return found !== undefined && isVisible(found, call, caller) ? found : undefined;
}

/** Whether the subscription that a path names is one of the domain in it. */
export const ofThatDomain = ({ state, params }: Pick<Call<State>, 'state' | 'params'>, { domain }: Domain): boolean =>
  state.subscriptions.some((subscription) => subscription.id === params.id && subscription.domain === domain);

/** Forgets what nobody can see any more. */
export function forgetExpired(state: State, now: number): void {
  state.subscriptions = state.subscriptions.filter((subscription) => isListed(subscription, state, now));
}
