import { ofUser } from '../places.ts';
import { users } from '../resources/users.ts';
import { remove } from '../verbs.ts';

/** Devices, contacts, addresses and answer rules go with it; numbers stay and point at nobody, as an integrator reports. */
export const deleteUser = ofUser('Office Manager', (place) => remove(place, users, place.user.user));
