import { inDomain } from '../places.ts';
import { phoneNumbers } from '../resources/phone-numbers.ts';
import { remove } from '../verbs.ts';

/** For Resellers and above, as the v1 reference says. */
export const deletePhoneNumber = inDomain('Reseller', (place) => remove(place, phoneNumbers));
