import { inDomains } from '../places.ts';
import { users } from '../resources/users.ts';
import { visibleUsers } from '../selections.ts';
import { list } from '../verbs.ts';

/** An Office Manager sees the users of its domain, a Basic User only itself. `*` lists all domains in reach, for Resellers and above. */
export const listUsers = inDomains('Basic User', (place) => list(place, users, { where: visibleUsers(place) }));
