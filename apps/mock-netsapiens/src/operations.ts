import { createSubscription } from './operations/create-subscription.ts';
import { createToken } from './operations/create-token.ts';
import { createTokenV1 } from './operations/create-token-v1.ts';
import { deleteSubscription } from './operations/delete-subscription.ts';
import { getSubscription } from './operations/get-subscription.ts';
import { getTokenV1 } from './operations/get-token-v1.ts';
import { getVersion } from './operations/get-version.ts';
import { listSubscriptions } from './operations/list-subscriptions.ts';
import { updateSubscription } from './operations/update-subscription.ts';
import { operationsOfDomains } from './operations-of-domains.ts';
import { operationsOfNumbers } from './operations-of-numbers.ts';
import { operationsOfUsers } from './operations-of-users.ts';

/** By operationId of the contract. What is not here answers the contract's example and remembers nothing. */
export const operations = {
  getVersion,
  createToken,
  createTokenV1,
  getTokenV1,
  listSubscriptions,
  createSubscription,
  getSubscription,
  updateSubscription,
  deleteSubscription,
  ...operationsOfDomains,
  ...operationsOfUsers,
  ...operationsOfNumbers,
};
