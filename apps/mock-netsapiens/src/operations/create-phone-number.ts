import { inDomain } from '../places.ts';
import { phoneNumbers } from '../resources/phone-numbers.ts';
import { create } from '../verbs.ts';

/** For Resellers and above, as the v1 reference says. 409 when anybody on the platform has the number. */
export const createPhoneNumber = inDomain('Reseller', (place) => create(place, phoneNumbers));
