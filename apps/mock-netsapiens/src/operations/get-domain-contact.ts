import { isReply } from '../callers.ts';
import { inDomain } from '../places.ts';
import { contacts } from '../resources/contacts.ts';
import { find, show } from '../verbs.ts';

/** Published as a list. */
export const getDomainContact = inDomain('Basic User', (place) => {
  const contact = find(place, contacts);
  return isReply(contact) ? contact : { status: 200, body: [show(place, contacts, contact)] };
});
