import { inDomain } from '../places.ts';
import { phoneNumbers } from '../resources/phone-numbers.ts';
import { change } from '../verbs.ts';

/** The body names the number. Routing is for Office Managers and above (inferred). */
export const updateDomainPhoneNumber = inDomain('Office Manager', (place) =>
  change(place, phoneNumbers, String(Object(place.call.body).phonenumber)),
);
