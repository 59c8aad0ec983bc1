import type { Schemas } from '@enablement/contracts/netsapiens';
import type { Call } from '@enablement/mock-kit';
import { type Caller, seesDomain } from './callers.ts';
import { platformDate } from './dates.ts';
import type { State, Subscription } from './state.ts';

/** `pending` without an active server at first; a moment later `active` on a host that is named without a scheme. */
export function showSubscription(subscription: Subscription, state: State, now: Date): Schemas['Subscription'] {
  const settled = now.getTime() >= subscription.createdAt + state.settleMs;
  return {
    id: subscription.id,
    model: subscription.model,
    'post-url': subscription.postUrl,
    'subscription-geo-support': subscription.geoSupport,
    'user-scope': subscription.scope,
    reseller: subscription.reseller,
    domain: subscription.domain,
    user: subscription.user,
    'preferred-server': subscription.preferredServer,
    'current-active-server': settled ? subscription.preferredServer || state.hostname : '',
    status: settled ? 'active' : 'pending',
    'error-count': subscription.errors,
    'posts-count': subscription.posts,
    'subscription-creation-datetime': platformDate(subscription.createdAt),
    'subscription-expires-datetime': platformDate(subscription.expiresAt),
  };
}

/** What the token may see, without what is past its time. A user below Office Manager sees only its own. */
export function visibleSubscriptions({ state, now }: Pick<Call<State>, 'state' | 'now'>, caller: Caller): Subscription[] {
  const { scope, user: own } = caller.user;
  return state.subscriptions.filter((subscription) => {
    if (subscription.expiresAt <= now().getTime()) return false;
    if (scope === 'Super User') return true;
    const domain = state.domains.find((candidate) => candidate.domain === subscription.domain);
    if (domain === undefined || !seesDomain(caller, domain)) return false;
    return scope === 'Reseller' || scope === 'Office Manager' || subscription.user === own;
  });
}
