import { Refused } from '@enablement/core';
import { given, inDomain, type Shelf, seen, text, word } from './shelf.ts';

const SITES = '/domains/{domain}/sites';
const SITE = '/domains/{domain}/sites/{site}';

export const sites: Shelf = {
  async *read(client, { domain }) {
    for await (const row of client.list(SITES, { domain })) {
      const name = word(row.site);
      if (name !== undefined)
        yield { kind: 'site', name, values: seen({ timeZone: word(row['time-zone']) }), needs: inDomain(domain) };
    }
  },

  async create(client, domain, { name: site, values }) {
    const look = () => client.get(SITE, { domain, site });
    const body = { site, ...given({ 'time-zone': text(values.timeZone) }) };
    return (await client.create(SITES, { domain }, body, { look })).outcome;
  },

  async change(client, domain, { name: site, values }) {
    const look = () => client.get(SITE, { domain, site });
    await client.update(SITE, { domain, site }, given({ 'time-zone': text(values.timeZone) }), { look, repeatable: true });
  },

  delete: async (_client, domain, { name }) => {
    throw new Refused(`Site ${name} of ${domain} was not deleted: the API cannot.`, 'Delete it in the portal, by hand.');
  },
};
