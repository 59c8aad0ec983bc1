import { isReply } from '../callers.ts';
import { ofUser } from '../places.ts';
import { contacts } from '../resources/contacts.ts';
import { createAtOnce, show } from '../verbs.ts';

/** 200 and there at once; the published documents leave the body open, here it is the contact. */
export const createContact = ofUser('Basic User', (place) => {
  const contact = createAtOnce(place, contacts);
  return isReply(contact) ? contact : { status: 200, body: show(place, contacts, contact) };
});
