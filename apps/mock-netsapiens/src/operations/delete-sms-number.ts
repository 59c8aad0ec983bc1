import { inDomain } from '../places.ts';
import { smsNumbers } from '../resources/sms-numbers.ts';
import { remove } from '../verbs.ts';

/** For Resellers and above, as for phone numbers (inferred). */
export const deleteSmsNumber = inDomain('Reseller', (place) => remove(place, smsNumbers));
