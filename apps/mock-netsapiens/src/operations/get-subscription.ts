import { noSubscription } from '../answers.ts';
import { signedIn } from '../callers.ts';
import { showSubscription, visibleSubscriptions } from '../events/subscriptions.ts';

export const getSubscription = signedIn((call, caller) => {
  const found = visibleSubscriptions(call, caller).find(({ id }) => id === call.params.id);
  if (found === undefined) return noSubscription(call.params.id);
  return { status: 200, body: showSubscription(found, call.state, call.now()) };
});
