import { signedIn } from '../callers.ts';
import { page } from '../pages.ts';
import { showSubscription, visibleSubscriptions } from '../subscriptions.ts';

/** `start` and `limit` are not published for this list; Acrobits' own tool sends them. */
export const listSubscriptions = signedIn((call, caller) => ({
  status: 200,
  body: page(visibleSubscriptions(call, caller), call.query).map((found) => showSubscription(found, call.state, call.now())),
}));
