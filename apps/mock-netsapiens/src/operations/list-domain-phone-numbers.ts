import { inDomains } from '../places.ts';
import { phoneNumbers } from '../resources/phone-numbers.ts';
import { list } from '../verbs.ts';

/** Published documents say that a row may lack its domain; here it is always there. */
export const listDomainPhoneNumbers = inDomains('Office Manager', (place) => list(place, phoneNumbers));
