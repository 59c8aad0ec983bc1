import type { Values } from '@enablement/core';
import type { NetsapiensClient } from '../client.ts';
import { addressIdOf, nameOfAddress } from './addresses.ts';
import { bool, count, given, inDomain, type Shelf, seen, text, whole, word, yesNo } from './shelf.ts';

const USERS = '/domains/{domain}/users';
const USER = '/domains/{domain}/users/{user}';

/** Names, e-mail and scope are required for a change as well. */
const body = async (client: NetsapiensClient, domain: string, values: Values) => ({
  'name-first-name': text(values.firstName) ?? '',
  'name-last-name': text(values.lastName) ?? '',
  'email-address': text(values.email) ?? '',
  'user-scope': (text(values.scope) ?? 'Basic User') as 'Basic User',
  ...given({
    'login-username': text(values.login),
    department: text(values.department),
    site: text(values.site),
    'time-zone': text(values.timeZone),
    'voicemail-enabled': yesNo(values.voicemail),
    'ring-no-answer-timeout-seconds': whole(values.ringSeconds),
    'caller-id-name': text(values.callerIdName),
    'caller-id-number': text(values.callerIdNumber),
    'emergency-address-id':
      values.emergencyAddress === undefined ? undefined : await addressIdOf(client, domain, String(values.emergencyAddress)),
  }),
});

export const users: Shelf = {
  async *read(client, { domain }) {
    // Users show the id of their emergency address and not its name.
    const names = await nameOfAddress(client, domain);
    for await (const row of client.list(USERS, { domain })) {
      const name = word(row.user) ?? '';
      // `domain` holds the domain's defaults, and `system-…` are the platform's own: nobody's extension.
      if (!/^\d+$/.test(name) || String(row['service-code'] ?? '').startsWith('system-')) continue;
      const values = seen({
        firstName: word(row['name-first-name']),
        lastName: word(row['name-last-name']),
        email: word(row['email-address']),
        scope: word(row['user-scope'])?.trim(),
        login: word(row['login-username']),
        department: word(row.department),
        site: word(row.site),
        timeZone: word(row['time-zone']),
        voicemail: bool(row['voicemail-enabled']),
        ringSeconds: count(row['ring-no-answer-timeout-seconds']),
        callerIdName: word(row['caller-id-name']),
        callerIdNumber: word(row['caller-id-number']),
        emergencyAddress: names.get(word(row['emergency-address-id']) ?? ''),
      });
      yield { kind: 'user', name, values, needs: inDomain(domain) };
    }
  },

  async create(client, domain, { name: user, values }) {
    const look = () => client.get(USER, { domain, user });
    return (await client.create(USERS, { domain }, { user, ...(await body(client, domain, values)) }, { look })).outcome;
  },

  async change(client, domain, { name: user, values }) {
    const look = () => client.get(USER, { domain, user });
    await client.update(USER, { domain, user }, await body(client, domain, values), { look, repeatable: true });
  },

  async delete(client, domain, { name: user }) {
    return await client.delete(USER, { domain, user }, { look: () => client.get(USER, { domain, user }), repeatable: true });
  },
};
