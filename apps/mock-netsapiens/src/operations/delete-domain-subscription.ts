import { noSubscription } from '../answers.ts';
import { ofThatDomain } from '../events/subscriptions.ts';
import { inDomain } from '../places.ts';
import { unsubscribe } from './delete-subscription.ts';

export const deleteDomainSubscription = inDomain('Basic User', ({ call, caller, domain }) =>
  ofThatDomain(call, domain) ? unsubscribe(call, caller) : noSubscription(call.params.id),
);
