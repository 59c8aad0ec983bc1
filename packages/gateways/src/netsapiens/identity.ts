import type { CdrPath, LastSegment, ListPath } from './operations.ts';

/** Which members make a row itself, by the last part of its path. Where cores differ, whichever are there count. */
const KEYS: Readonly<Record<LastSegment<ListPath | CdrPath>, readonly string[]>> = {
  addresses: ['emergency-address-id'],
  answerrules: ['time-frame'],
  apikeys: ['key-id'],
  cdrs: ['id', 'cdr_id'],
  connections: ['connection-orig-match-pattern', 'domain'],
  contacts: ['unique-id'],
  devices: ['device', 'domain'],
  domains: ['domain'],
  // Addresses of several numbers, and the number is not among the members.
  endpoints: [],
  list: ['domain', 'user', 'site'],
  messages: ['id'],
  messagesessions: ['messagesession-id', 'user'],
  phonenumbers: ['phonenumber'],
  phones: ['device-provisioning-mac-address'],
  resellers: ['reseller'],
  servers: ['name'],
  sites: ['site', 'domain'],
  smsnumbers: ['number'],
  subscriptions: ['id'],
  users: ['user', 'domain'],
};

const keys: Readonly<Record<string, readonly string[]>> = KEYS;

/** What a row of this path is recognised by: its key, or all of it when the key is not there. */
export function identityOf(path: ListPath | CdrPath): (row: unknown) => string {
  const members = keys[path.slice(path.lastIndexOf('/') + 1)] ?? [];
  return (row) => {
    const values = typeof row === 'object' && row !== null ? members.map((name) => Reflect.get(row, name) ?? null) : [];
    return JSON.stringify(values.some((value) => value !== null) ? values : row);
  };
}
