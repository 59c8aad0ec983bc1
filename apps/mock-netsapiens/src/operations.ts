import { countDomains } from './operations/count-domains.ts';
import { countUsers } from './operations/count-users.ts';
import { createSubscription } from './operations/create-subscription.ts';
import { createToken } from './operations/create-token.ts';
import { deleteSubscription } from './operations/delete-subscription.ts';
import { getDomain } from './operations/get-domain.ts';
import { getSubscription } from './operations/get-subscription.ts';
import { getUser } from './operations/get-user.ts';
import { getVersion } from './operations/get-version.ts';
import { listDomains } from './operations/list-domains.ts';
import { listSubscriptions } from './operations/list-subscriptions.ts';
import { listUsers } from './operations/list-users.ts';
import { updateSubscription } from './operations/update-subscription.ts';

/** By operationId of the contract. */
export const operations = {
  getVersion,
  createToken,
  listDomains,
  countDomains,
  getDomain,
  listUsers,
  countUsers,
  getUser,
  listSubscriptions,
  createSubscription,
  getSubscription,
  updateSubscription,
  deleteSubscription,
};
