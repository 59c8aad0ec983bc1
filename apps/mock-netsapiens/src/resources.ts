import type { Stored } from './resource.ts';
import { addressEndpoints } from './resources/address-endpoints.ts';
import { addresses } from './resources/addresses.ts';
import { answerRules } from './resources/answer-rules.ts';
import { cdrs } from './resources/cdrs.ts';
import { connections } from './resources/connections.ts';
import { contacts } from './resources/contacts.ts';
import { devices } from './resources/devices.ts';
import { domains } from './resources/domains.ts';
import { phoneNumbers } from './resources/phone-numbers.ts';
import { phones } from './resources/phones.ts';
import { resellers } from './resources/resellers.ts';
import { sites } from './resources/sites.ts';
import { smsNumbers } from './resources/sms-numbers.ts';
import { users } from './resources/users.ts';
import type { TableName } from './state.ts';

/** What is kept, by table. */
export const resources: Record<TableName, Stored> = {
  resellers,
  domains,
  users,
  devices,
  phones,
  phoneNumbers,
  smsNumbers,
  contacts,
  cdrs,
  answerRules,
  addresses,
  addressEndpoints,
  sites,
  connections,
};
