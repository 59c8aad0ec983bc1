import { Refused } from '@enablement/core';
import { count, given, type Shelf, seen, text, whole, word } from './shelf.ts';

const DOMAIN = '/domains/{domain}';

const settings = (values: Parameters<Shelf['change']>[2]['values']) =>
  given({
    description: text(values.description),
    'time-zone': text(values.timeZone),
    'dial-policy': text(values.dialPolicy),
    'area-code': whole(values.areaCode),
    'caller-id-name': text(values.callerIdName),
    'caller-id-number': text(values.callerIdNumber),
    'limits-max-users': whole(values.maxUsers),
    'limits-max-sites': whole(values.maxSites),
    'limits-max-active-calls-total': whole(values.maxActiveCalls),
    'limits-max-active-calls-offnet': whole(values.maxOffnetCalls),
  });

/** Creating one also makes its dial plan, and a user `domain` that holds defaults. */
export const domains: Shelf = {
  async *read(client, { domain }) {
    const row = await client.get(DOMAIN, { domain });
    if (row === undefined) return;
    const values = seen({
      reseller: word(row.reseller),
      description: word(row.description),
      timeZone: word(row['time-zone']),
      dialPolicy: word(row['dial-policy']),
      areaCode: count(row['area-code']),
      callerIdName: word(row['caller-id-name']),
      callerIdNumber: word(row['caller-id-number']),
      maxUsers: count(row['limits-max-users']),
      maxSites: count(row['limits-max-sites']),
      maxActiveCalls: count(row['limits-max-active-calls-total']),
      maxOffnetCalls: count(row['limits-max-active-calls-offnet']),
    });
    yield { kind: 'domain', name: domain, values, needs: [] };
  },

  async create(client, domain, { values }) {
    const body = { domain, reseller: text(values.reseller) ?? '~', ...settings(values) };
    return (await client.create('/domains', {}, body, { look: () => client.get(DOMAIN, { domain }) })).outcome;
  },

  async change(client, domain, { values }) {
    await client.update(DOMAIN, { domain }, settings(values), { look: () => client.get(DOMAIN, { domain }), repeatable: true });
  },

  delete: async (_client, domain) => {
    throw new Refused(
      `Domain ${domain} is not deleted here: everything in it would be gone.`,
      'Delete it in the portal, by hand.',
    );
  },
};
