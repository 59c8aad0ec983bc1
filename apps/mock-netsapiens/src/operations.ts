import { countDomains } from './operations/count-domains.ts';
import { countUsers } from './operations/count-users.ts';
import { createSubscription } from './operations/create-subscription.ts';
import { createToken } from './operations/create-token.ts';
import { createTokenV1 } from './operations/create-token-v1.ts';
import { deleteSubscription } from './operations/delete-subscription.ts';
import { getDomain } from './operations/get-domain.ts';
import { getMyDomain } from './operations/get-my-domain.ts';
import { getMyUser } from './operations/get-my-user.ts';
import { getSubscription } from './operations/get-subscription.ts';
import { getTokenV1 } from './operations/get-token-v1.ts';
import { getUser } from './operations/get-user.ts';
import { getVersion } from './operations/get-version.ts';
import { listDomains } from './operations/list-domains.ts';
import { listSubscriptions } from './operations/list-subscriptions.ts';
import { listUsers } from './operations/list-users.ts';
import { updateSubscription } from './operations/update-subscription.ts';

/** By operationId of the contract. What is not here answers the contract's example and remembers nothing. */
export const operations = {
  getVersion,
  createToken,
  createTokenV1,
  getTokenV1,
  listDomains,
  countDomains,
  getDomain,
  getMyDomain,
  listUsers,
  countUsers,
  getUser,
  getMyUser,
  listSubscriptions,
  createSubscription,
  getSubscription,
  updateSubscription,
  deleteSubscription,
};
