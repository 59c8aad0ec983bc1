import { inDomains } from '../places.ts';
import { phoneNumbers } from '../resources/phone-numbers.ts';
import { count } from '../verbs.ts';

/** Published for 45.0. */
export const countPhoneNumbers = inDomains('Office Manager', (place) => count(place, phoneNumbers));
