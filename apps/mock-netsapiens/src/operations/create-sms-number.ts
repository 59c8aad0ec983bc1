import { inDomain } from '../places.ts';
import { smsNumbers } from '../resources/sms-numbers.ts';
import { create } from '../verbs.ts';

/** For Resellers and above, as for phone numbers (inferred). Whether a number that exists is 409 is not published. */
export const createSmsNumber = inDomain('Reseller', (place) => create(place, smsNumbers));
