import { page } from '../pages.ts';
import { ofUser } from '../places.ts';
import { colleague, contacts } from '../resources/contacts.ts';
import { users } from '../resources/users.ts';
import { rowsAt, show } from '../verbs.ts';

/** `includeDomain=yes` adds the colleagues, here after the own contacts. */
export const listContacts = ofUser('Basic User', (place) => {
  const wanted = ['yes', 'true'].includes(String(place.call.query.includeDomain));
  const colleagues = wanted ? [...rowsAt({ ...place, user: undefined }, users)].filter((other) => other !== place.user) : [];
  const all = [...rowsAt(place, contacts), ...colleagues.map(colleague)];
  return { status: 200, body: page(all, place.call.query).map((contact) => show(place, contacts, contact)) };
});
