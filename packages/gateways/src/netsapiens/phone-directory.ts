import { type Environment, type PhoneDirectory, Refused } from '@enablement/core';
import { createClients, type NetsapiensClient, type NetsapiensOptions } from './client.ts';
import { contactsOf } from './contact.ts';
import { softphoneOf } from './softphone.ts';

/** NetSapiens with the environment's own API key. */
export function createPhoneDirectory(options: NetsapiensOptions): PhoneDirectory {
  const open = createClients(options);

  const find: PhoneDirectory['find'] = async (environment, { user, domain }) => {
    const row = await enter(open, environment).get('/domains/{domain}/users/{user}', { domain, user });
    return row && { displayName: nameOf(row) };
  };

  return {
    find,
    async softphone(environment, { user, domain }, letter) {
      const found = await find(environment, { user, domain });
      if (found === undefined) return undefined;
      const client = enter(open, environment);
      return await softphoneOf({ reader: client, writer: client }, { user, domain, ...found }, letter);
    },
    contacts: async (environment, who) => await contactsOf(enter(open, environment), who),
  };
}

function enter(open: ReturnType<typeof createClients>, { cloudId, portalUrl, netsapiensKey }: Environment): NetsapiensClient {
  if (netsapiensKey === undefined)
    throw new Refused(
      `${cloudId} has no NetSapiens API key.`,
      'Type /softphone-code in Slack, which says how to give one; phones that sign in with a password need none.',
    );
  return open({ portalUrl, credential: { apiKey: netsapiensKey }, mayWrite: true });
}

const nameOf = (row: object): string =>
  ['name-first-name', 'name-last-name']
    .map((member) => Reflect.get(row, member))
    .filter((name) => typeof name === 'string' && name.trim() !== '')
    .join(' ');
