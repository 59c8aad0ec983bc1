import { showSubscription, visibleSubscriptions } from '../events/subscriptions.ts';
import { pageFor } from '../pages.ts';
import { inDomain } from '../places.ts';

export const listDomainSubscriptions = inDomain('Basic User', ({ state, call, caller, domain }) => {
  const found = visibleSubscriptions(call, caller).filter((subscription) => subscription.domain === domain.domain);
  return { status: 200, body: pageFor(found, call).map((one) => showSubscription(one, state, call.now())) };
});
