import { createHash } from 'node:crypto';
import { Refused, type Values } from '@enablement/core';
import type { NetsapiensClient } from '../client.ts';
import { differences } from '../read-back.ts';
import { given, inDomain, type Shelf, seen, text, word } from './shelf.ts';

const ADDRESSES = '/domains/{domain}/addresses';
const ADDRESS = '/domains/{domain}/addresses/{emergency-address-id}';

/** The caller of the API chooses the id: made of domain and name, a second creation meets the first. */
const newId = (domain: string, name: string): string =>
  `a-${createHash('sha256').update(`${domain}\n${name}`).digest('hex').slice(0, 16)}`;

const lines = (name: string, values: Values) => ({
  'address-name': name,
  'caller-name': text(values.caller) ?? '',
  'address-line-1': text(values.line1) ?? '',
  ...given({ 'address-line-2': text(values.line2) }),
  'address-city': text(values.city) ?? '',
  'address-state-province-abbreviation': text(values.state) ?? '',
  'address-postal-code': text(values.postalCode) ?? '',
  'address-country-abbreviation': text(values.country) ?? '',
});

/** What the carrier made of it (PIDF-LO), which creating wants as a text. */
async function validated(client: NetsapiensClient, domain: string, name: string, values: Values): Promise<string> {
  const body = { ...lines(name, values), 'address-location-description': '' };
  const checked = await client.create('/domains/{domain}/addresses/validate', { domain }, body, {
    look: async (said) => said,
    shows: () => true,
    repeatable: true,
  });
  const formatted = checked.shown['address-formatted-pidflo'];
  return typeof formatted === 'string' ? formatted : JSON.stringify(formatted ?? {});
}

async function* rows(client: NetsapiensClient, domain: string) {
  for await (const row of client.list(ADDRESSES, { domain })) {
    const [id, name] = [word(row['emergency-address-id']), word(row['address-name'])];
    // Addresses of single users are made by themselves in the portal, and are none of the domain's.
    if (id !== undefined && name !== undefined && (row.user ?? 'domain') === 'domain') yield { id, name, row };
  }
}

/** The names of a domain's emergency addresses by their ids. */
export async function nameOfAddress(client: NetsapiensClient, domain: string): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for await (const { id, name } of rows(client, domain)) names.set(id, name);
  return names;
}

async function find(client: NetsapiensClient, domain: string, wanted: string) {
  for await (const found of rows(client, domain)) if (found.name === wanted) return found;
  return undefined;
}

/** Throws `Refused` when there is no address of this name. */
export async function addressIdOf(client: NetsapiensClient, domain: string, name: string): Promise<string> {
  const found = await find(client, domain, name);
  if (found !== undefined) return found.id;
  throw new Refused(`${domain} has no emergency address “${name}”.`, 'Create it first, or name another.');
}

export const addresses: Shelf = {
  async *read(client, { domain }) {
    for await (const { name, row } of rows(client, domain)) {
      const values = seen({
        caller: word(row['caller-name']),
        line1: word(row['address-line-1']),
        line2: word(row['address-line-2']),
        city: word(row['address-city']),
        state: word(row['address-state-province-abbreviation']),
        postalCode: word(row['address-postal-code']),
        country: word(row['address-country-abbreviation']),
      });
      yield { kind: 'emergency address', name, values, needs: inDomain(domain) };
    }
  },

  async create(client, domain, { name, values }) {
    const id = newId(domain, name);
    const formatted = await validated(client, domain, name, values);
    const body = { 'emergency-address-id': id, ...lines(name, values), 'address-formatted-pidflo': formatted };
    const look = async () => (await find(client, domain, name))?.row;
    return (await client.create(ADDRESSES, { domain }, body, { look, shows: () => true })).outcome;
  },

  async change(client, domain, { name, values }) {
    const id = await addressIdOf(client, domain, name);
    const body = { ...lines(name, values), 'address-formatted-pidflo': await validated(client, domain, name, values) };
    const look = async () => (await find(client, domain, name))?.row;
    const shows = (row: object) => differences(lines(name, values), row).length === 0;
    await client.update(ADDRESS, { domain, 'emergency-address-id': id }, body, { look, shows, repeatable: true });
  },

  async delete(client, domain, { name }) {
    const found = await find(client, domain, name);
    if (found === undefined) return 'already gone';
    const look = async () => (await find(client, domain, name))?.row;
    return await client.delete(ADDRESS, { domain, 'emergency-address-id': found.id }, { look, repeatable: true });
  },
};
