import { signedIn } from '../callers.ts';
import { showSubscription, visibleSubscriptions } from '../events/subscriptions.ts';
import { pageFor } from '../pages.ts';

/** `start` and `limit` are not published for this list; Acrobits' own tool sends them. */
export const listSubscriptions = signedIn((call, caller) => ({
  status: 200,
  body: pageFor(visibleSubscriptions(call, caller), call).map((found) => showSubscription(found, call.state, call.now())),
}));
