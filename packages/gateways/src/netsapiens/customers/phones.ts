import { bareMac, type Values } from '@enablement/core';
import type { NetsapiensClient } from '../client.ts';
import { given, inDomain, listOf, type Shelf, seen, text, word } from './shelf.ts';

const PHONES = '/domains/{domain}/phones';
const LINES = [1, 2, 3, 4] as const;

/** The device of `sip:100@acme.example`, or of `100`. */
const deviceOf = (line: unknown): string => (word(line) ?? '').replace(/^sip:/, '').replace(/@.*$/, '');

/** Nearly every member has one name to write and to read in 44 and another to read in 45. */
async function* rows(client: NetsapiensClient, domain: string) {
  for await (const row of client.list(PHONES, { domain })) {
    const member = (name: string): unknown => Reflect.get(row, name);
    const lines = LINES.map((at) => deviceOf(member(`device${at}`) ?? member(`device-provisioning-sip-uri-${at}`)));
    const values = seen({
      model: word(member('model') ?? member('device-models-brand-and-model')),
      transport: word(member('transport') ?? member('device-provisioning-sip-transport-protocol')),
      lines: lines.filter((line) => line !== ''),
    });
    yield { mac: bareMac(word(member('mac') ?? member('device-provisioning-mac-address')) ?? ''), values };
  }
}

async function find(client: NetsapiensClient, domain: string, mac: string) {
  for await (const row of rows(client, domain)) if (row.mac === mac) return row;
  return undefined;
}

function body(mac: string, values: Values) {
  const [device1, device2, device3, device4] = listOf(values.lines);
  return {
    mac,
    model: text(values.model) ?? '',
    ...given({ transport: text(values.transport), device1, device2, device3, device4 }),
  };
}

/** The platform keeps four lines; a line that 45 does not show cannot be compared. */
const shows = (wanted: Values) => (found: { readonly values: Values }) =>
  found.values.model === wanted.model &&
  listOf(wanted.lines)
    .slice(0, 2)
    .every((line) => listOf(found.values.lines).includes(line));

export const phones: Shelf = {
  async *read(client, { domain }) {
    for await (const { mac, values } of rows(client, domain)) yield { kind: 'phone', name: mac, values, needs: inDomain(domain) };
  },

  async create(client, domain, { name: mac, values }) {
    const look = () => find(client, domain, mac);
    return (await client.create(PHONES, { domain }, body(mac, values), { look, shows: shows(values) })).outcome;
  },

  async change(client, domain, { name: mac, values }) {
    const look = () => find(client, domain, mac);
    await client.update(PHONES, { domain }, body(mac, values), { look, shows: shows(values), repeatable: true });
  },

  async delete(client, domain, { name: mac }) {
    return await client.delete(PHONES, { domain }, { look: () => find(client, domain, mac), repeatable: true }, { mac });
  },
};
