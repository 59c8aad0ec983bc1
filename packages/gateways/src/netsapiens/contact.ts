import type { Contact, PhoneUser } from '@enablement/core';
import type { Reader } from './reader.ts';

const KINDS = ['work', 'cell', 'home'] as const;
type Row = { readonly [name: string]: unknown };

/** A row of an address book; `undefined` when there is nothing to recognise it by. Most of its members are blank as a rule. */
function contactOf(row: object): Contact | undefined {
  const given = row as Row;
  const text = (name: string) => {
    const value = given[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  };
  const id = text('unique-id');
  if (id === '') return undefined;
  const names = ['name-first-name', 'name-middle-name', 'name-last-name'].map(text).filter((name) => name !== '');
  return {
    id,
    name: names.join(' ') || text('company'),
    numbers: KINDS.map((kind) => ({ kind, number: text(`phonenumber-${kind}`) })).filter(({ number }) => number !== ''),
  };
}

/** A user's own contacts, colleagues, and those that the domain shares, each once. */
export async function contactsOf(
  reader: Reader,
  { user, domain }: Pick<PhoneUser, 'user' | 'domain'>,
): Promise<readonly Contact[]> {
  const contacts = new Map<string, Contact>();
  const lists = [
    reader.list('/domains/{domain}/users/{user}/contacts', { domain, user }, { includeDomain: 'yes' }),
    reader.list('/domains/{domain}/contacts', { domain }),
  ];
  for (const list of lists)
    for await (const row of list) {
      const contact = contactOf(row);
      if (contact !== undefined && contact.id !== `${user}@${domain}`) contacts.set(contact.id, contact);
    }
  return [...contacts.values()];
}
