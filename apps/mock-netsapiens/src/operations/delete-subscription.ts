import type { Call, Reply } from '@enablement/mock-kit';
import { accepted, failed, noSubscription } from '../answers.ts';
import { atLeast, type Caller, signedIn } from '../callers.ts';
import { namedSubscription } from '../events/subscriptions.ts';
import type { State } from '../state.ts';

/** The published document wants a body, with the domain below Super User; Acrobits' own tool sends none and gets through. See the switch. */
export function unsubscribe(call: Call<State>, caller: Caller): Reply {
  const found = namedSubscription(call, caller);
  if (found === undefined) return noSubscription(call.params.id);
  const named: unknown = Object(call.body).domain ?? call.params.domain;
  if (call.state.switches.deletingNeedsDomain === 'yes' && !atLeast(caller, 'Super User') && named !== found.domain)
    return failed(400, 'domain is required');
  call.state.subscriptions = call.state.subscriptions.filter((other) => other !== found);
  return accepted;
}

export const deleteSubscription = signedIn(unsubscribe);
