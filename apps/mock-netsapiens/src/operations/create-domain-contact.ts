import { isReply } from '../callers.ts';
import { inDomain } from '../places.ts';
import { contacts } from '../resources/contacts.ts';
import { createAtOnce, show } from '../verbs.ts';

/** 200 and there at once. That it takes an Office Manager is inferred. */
export const createDomainContact = inDomain('Office Manager', (place) => {
  const contact = createAtOnce(place, contacts);
  return isReply(contact) ? contact : { status: 200, body: show(place, contacts, contact) };
});
