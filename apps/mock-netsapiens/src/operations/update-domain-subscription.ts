import { noSubscription } from '../answers.ts';
import { ofThatDomain } from '../events/subscriptions.ts';
import { inDomain } from '../places.ts';
import { changeSubscription } from './update-subscription.ts';

export const updateDomainSubscription = inDomain('Basic User', ({ call, caller, domain }) =>
  ofThatDomain(call, domain) ? changeSubscription(call, caller) : noSubscription(call.params.id),
);
