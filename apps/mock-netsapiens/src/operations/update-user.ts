import { ofUser } from '../places.ts';
import { users } from '../resources/users.ts';
import { change } from '../verbs.ts';

/** Always 202, also with `synchronous: yes`, as seen on a live core. For Office Managers and above, after the v1 reference. */
export const updateUser = ofUser('Office Manager', (place) => change(place, users, place.user.user));
