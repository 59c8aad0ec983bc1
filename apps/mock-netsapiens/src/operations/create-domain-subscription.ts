import { inDomain } from '../places.ts';
import { subscribe } from './create-subscription.ts';

/** The domain of the path is that of the subscription, whatever the body says; that it is so is inferred. */
export const createDomainSubscription = inDomain('Basic User', ({ call, caller, domain }) =>
  subscribe({ ...call, body: { ...Object(call.body), domain: domain.domain } }, caller),
);
