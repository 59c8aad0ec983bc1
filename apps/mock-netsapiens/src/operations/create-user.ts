import { inDomain } from '../places.ts';
import { users } from '../resources/users.ts';
import { unlessDenied } from '../selections.ts';
import { create } from '../verbs.ts';

/** For Office Managers and above, as the v1 reference says of changes. Makes no device and no number, as an integrator reports. */
export const createUser = inDomain(
  'Office Manager',
  unlessDenied((place) => create(place, users)),
);
