import { nameOfContact, type Values } from '@enablement/core';
import type { NetsapiensClient } from '../client.ts';
import { halves, inDomain, type Shelf, seen, text, word } from './shelf.ts';

const SHARED = '/domains/{domain}/contacts';
const OWN = '/domains/{domain}/users/{user}/contacts';

/** All members are required, and blanks are normal. */
const body = (values: Values) => ({
  'name-first-name': text(values.firstName) ?? '',
  'name-middle-name': '',
  'name-last-name': text(values.lastName) ?? '',
  email: text(values.email) ?? '',
  company: text(values.company) ?? '',
  'phonenumber-work': text(values.work) ?? '',
  'phonenumber-cell': text(values.cell) ?? '',
  'phonenumber-fax': text(values.fax) ?? '',
  'phonenumber-home': text(values.home) ?? '',
});

/** `shared` contacts are the domain's. Their ids are made by the platform, so that they are recognised by their names. */
async function* rows(client: NetsapiensClient, domain: string, owner: string) {
  const list = owner === 'shared' ? client.list(SHARED, { domain }) : client.list(OWN, { domain, user: owner });
  for await (const row of list) {
    const values = {
      firstName: word(row['name-first-name']) || undefined,
      lastName: word(row['name-last-name']) || undefined,
      company: word(row.company) || undefined,
      email: word(row.email) || undefined,
      work: word(row['phonenumber-work']),
      cell: word(row['phonenumber-cell']),
      home: word(row['phonenumber-home']),
      fax: word(row['phonenumber-fax']),
    };
    yield {
      id: word(row['unique-id']) ?? '',
      created: word(row['created-datetime']) ?? '',
      name: nameOfContact(values),
      values: seen(values),
    };
  }
}

async function find(client: NetsapiensClient, domain: string, name: string) {
  const [owner, wanted] = halves(name);
  for await (const row of rows(client, domain, owner)) if (row.name === wanted) return row;
  return undefined;
}

const shows = (wanted: Values) => (found: { readonly values: Values }) =>
  Object.entries(wanted).every(([member, value]) => found.values[member] === value);

export const contacts: Shelf = {
  async *read(client, { domain, users }) {
    for await (const { name, values } of rows(client, domain, 'shared'))
      yield { kind: 'contact', name: `shared ${name}`, values, needs: inDomain(domain) };
    for (const user of users) {
      for await (const { name, values } of rows(client, domain, user))
        yield { kind: 'contact', name: `${user} ${name}`, user, values, needs: [...inDomain(domain), `user ${user}`] };
    }
  },

  /** Not repeatable by itself, for the platform takes the same contact twice: it is looked for first. */
  async create(client, domain, { name, values }) {
    const look = () => find(client, domain, name);
    if ((await look()) !== undefined) return 'already existed';
    const [owner] = halves(name);
    const seeing = { look, shows: shows(values) };
    const created =
      owner === 'shared'
        ? await client.create(SHARED, { domain }, body(values), seeing)
        : await client.create(OWN, { domain, user: owner }, body(values), seeing);
    return created.outcome;
  },

  async change(client, domain, { name, values }) {
    const found = await find(client, domain, name);
    if (found === undefined) return void (await contacts.create(client, domain, { kind: 'contact', name, values, needs: [] }));
    const [owner] = halves(name);
    const seeing = { look: () => find(client, domain, name), shows: shows(values), repeatable: true };
    const whole = body({ ...found.values, ...values });
    if (owner === 'shared') await client.update(`${SHARED}/{contact_id}`, { domain, contact_id: found.id }, whole, seeing);
    else
      await client.update(
        `${OWN}/{contact_id}`,
        { domain, user: owner, contact_id: found.id },
        { ...whole, 'created-datetime': found.created },
        seeing,
      );
  },

  async delete(client, domain, { name }) {
    const found = await find(client, domain, name);
    if (found === undefined) return 'already gone';
    const [owner] = halves(name);
    const seeing = { look: () => find(client, domain, name), repeatable: true };
    return owner === 'shared'
      ? await client.delete(`${SHARED}/{contact_id}`, { domain, contact_id: found.id }, seeing)
      : await client.delete(`${OWN}/{contact_id}`, { domain, user: owner, contact_id: found.id }, seeing);
  },
};
