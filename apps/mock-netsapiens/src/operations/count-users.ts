import { inDomains } from '../places.ts';
import { users } from '../resources/users.ts';
import { visibleUsers } from '../selections.ts';
import { count } from '../verbs.ts';

/** Counts what the list shows. */
export const countUsers = inDomains('Basic User', (place) => count(place, users, { where: visibleUsers(place) }));
