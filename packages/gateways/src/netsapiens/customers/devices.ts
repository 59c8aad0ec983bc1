import { Refused } from '@enablement/core';
import { NoSuchRoute } from '../refusals.ts';
import { inDomain, type Shelf, word } from './shelf.ts';

const OF_DOMAIN = '/domains/{domain}/devices';
const DEVICES = '/domains/{domain}/users/{user}/devices';
const DEVICE = '/domains/{domain}/users/{user}/devices/{device}';

/** SIP endpoints. Their passwords are made by the platform and never read here. */
export const devices: Shelf = {
  async *read(client, { domain, users }) {
    const wanted = new Set(users);
    try {
      for await (const row of client.list(OF_DOMAIN, { domain })) {
        const [name, user] = [word(row.device), word(row.user)];
        if (name !== undefined && user !== undefined && wanted.has(user))
          yield { kind: 'device', name, user, values: {}, needs: [...inDomain(domain), `user ${user}`] };
      }
    } catch (error) {
      // One list of the whole domain came with 45.0; before that there is one for each user.
      if (!(error instanceof NoSuchRoute)) throw error;
      for (const user of users) {
        for await (const row of client.list(DEVICES, { domain, user })) {
          const name = word(row.device);
          if (name !== undefined) yield { kind: 'device', name, user, values: {}, needs: [...inDomain(domain), `user ${user}`] };
        }
      }
    }
  },

  async create(client, domain, { name: device, user = '' }) {
    const look = () => client.get(DEVICE, { domain, user, device });
    return (await client.create(DEVICES, { domain, user }, { device }, { look })).outcome;
  },

  change: async (_client, domain, { name }) => {
    throw new Refused(`Device ${name} of ${domain} has nothing that a file can change.`, 'Make the plan again.');
  },

  async delete(client, domain, { name: device, user = '' }) {
    const look = () => client.get(DEVICE, { domain, user, device });
    return await client.delete(DEVICE, { domain, user, device }, { look, repeatable: true });
  },
};
