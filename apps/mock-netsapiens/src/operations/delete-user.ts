import { ofUser } from '../places.ts';
import { users } from '../resources/users.ts';
import { unlessDenied } from '../selections.ts';
import { remove } from '../verbs.ts';

/** Devices, contacts, addresses and answer rules go with it; numbers stay and point at nobody, as an integrator reports. */
export const deleteUser = ofUser(
  'Office Manager',
  unlessDenied((place) => remove(place, users, place.user?.user)),
);
