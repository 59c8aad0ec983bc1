import { noSubscription } from '../answers.ts';
import { signedIn } from '../callers.ts';
import { namedSubscription, showSubscription } from '../events/subscriptions.ts';

export const getSubscription = signedIn((call, caller) => {
  const found = namedSubscription(call, caller);
  if (found === undefined) return noSubscription(call.params.id);
  return { status: 200, body: showSubscription(found, call.state, call.now()) };
});
