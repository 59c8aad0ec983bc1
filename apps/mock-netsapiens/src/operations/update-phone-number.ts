import { inDomain } from '../places.ts';
import { phoneNumbers } from '../resources/phone-numbers.ts';
import { change } from '../verbs.ts';

/** Routing is for Office Managers and above (inferred). */
export const updatePhoneNumber = inDomain('Office Manager', (place) => change(place, phoneNumbers));
