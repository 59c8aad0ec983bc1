import { apply } from '../bus.ts';
import { isReply } from '../callers.ts';
import { readMembers } from '../members.ts';
import { inDomain } from '../places.ts';
import { contacts } from '../resources/contacts.ts';
import { find, show } from '../verbs.ts';

/** 200 and there at once, where the contact of a user gets 202. */
export const updateDomainContact = inDomain('Office Manager', (place) => {
  const contact = find(place, contacts);
  if (isReply(contact)) return contact;
  const said = readMembers(place.state, contacts.create, place.call.body);
  apply(place.state, { table: 'contacts', kind: 'update', key: contacts.key(contact), row: said });
  return { status: 200, body: show(place, contacts, { ...contact, ...said }) };
});
