import { getVersion } from './operations/get-version.ts';
import { operationsOfAccess } from './operations-of-access.ts';
import { operationsOfDomains } from './operations-of-domains.ts';
import { operationsOfMessages } from './operations-of-messages.ts';
import { operationsOfNumbers } from './operations-of-numbers.ts';
import { operationsOfUsers } from './operations-of-users.ts';

/** By operationId, every operation of the contract. */
export const operations = {
  getVersion,
  ...operationsOfAccess,
  ...operationsOfDomains,
  ...operationsOfUsers,
  ...operationsOfNumbers,
  ...operationsOfMessages,
};
