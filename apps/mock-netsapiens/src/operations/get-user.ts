import { ofUser } from '../places.ts';
import { users } from '../resources/users.ts';
import { show } from '../verbs.ts';

/** `/domains/~/users/~` is how a token learns whose it is; it works also for users whose domain is no tenant, such as a Super User's. */
export const getUser = ofUser('Basic User', (place) => ({ status: 200, body: show(place, users, place.user) }));
