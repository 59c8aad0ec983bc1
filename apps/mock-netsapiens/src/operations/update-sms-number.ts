import { inDomain } from '../places.ts';
import { smsNumbers } from '../resources/sms-numbers.ts';
import { change } from '../verbs.ts';

/** For Office Managers and above, as for phone numbers (inferred). */
export const updateSmsNumber = inDomain('Office Manager', (place) => change(place, smsNumbers));
