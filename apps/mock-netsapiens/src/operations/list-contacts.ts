import { ofUser } from '../places.ts';
import { colleague, contacts } from '../resources/contacts.ts';
import { users } from '../resources/users.ts';
import { listOf, rowsAt } from '../verbs.ts';

/** `includeDomain=yes` adds the colleagues, here after the own contacts. */
export const listContacts = ofUser('Basic User', (place) => {
  const wanted = ['yes', 'true'].includes(String(place.call.query.includeDomain));
  const colleagues = wanted ? [...rowsAt({ ...place, user: undefined }, users)].filter((other) => other !== place.user) : [];
  return listOf(place, contacts, [...rowsAt(place, contacts), ...colleagues.map(colleague)]);
});
