import { ofUser } from '../places.ts';
import { users } from '../resources/users.ts';
import { unlessDenied } from '../selections.ts';
import { change } from '../verbs.ts';

/** Always 202, also with `synchronous: yes`, as seen on a live core. For Office Managers and above, after the v1 reference. */
export const updateUser = ofUser(
  'Office Manager',
  unlessDenied((place) => change(place, users, place.user?.user)),
);
