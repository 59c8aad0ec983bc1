import { operationsOf } from '@enablement/contracts';
import { document } from '@enablement/contracts/netsapiens';

/** Names of an API key's `allowed-models`, by the tag of the contract. Those that the published document does not name are marked. */
const byTag: Readonly<Record<string, readonly string[]>> = {
  Resellers: ['reseller'], // inferred
  Domains: ['domain'],
  Users: ['subscriber'],
  Devices: ['device'],
  Phones: ['phone'], // inferred
  'Phone numbers': ['phonenumber'],
  'SMS numbers': ['smsnumber'],
  Subscriptions: ['event'],
  Contacts: ['contact'],
  CDRs: ['cdr', 'cdr2'],
  'Answer rules': ['answerrule'],
  Addresses: ['address'],
  Sites: ['site'],
  Connections: ['connection'],
};

function modelsAt(path: string, tags: readonly string[]): readonly string[] {
  if (tags.includes('Messages')) return [path.endsWith('/messages') ? 'message' : 'messagesession'];
  return tags.flatMap((tag) => byTag[tag] ?? []);
}

const byOperation = new Map(
  operationsOf(document).map(({ id, path, operation }) => [id, modelsAt(path, [operation.tags].flat() as string[])]),
);

/** The models of which a key needs one for this operation; none for what every key may do, such as reading itself. */
export const modelsOf = (operation: string): readonly string[] => byOperation.get(operation) ?? [];
