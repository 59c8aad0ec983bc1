import { accepted, noSubscription } from '../answers.ts';
import { signedIn } from '../callers.ts';
import { visibleSubscriptions } from '../subscriptions.ts';

/** The published document wants a body; Acrobits' own tool sends none and gets through, so both do here. */
export const deleteSubscription = signedIn((call, caller) => {
  const found = visibleSubscriptions(call, caller).find(({ id }) => id === call.params.id);
  if (found === undefined) return noSubscription(call.params.id);
  call.state.subscriptions = call.state.subscriptions.filter((other) => other !== found);
  return accepted;
});
