import { ofUser } from '../places.ts';
import { smsNumbers } from '../resources/sms-numbers.ts';
import { list } from '../verbs.ts';

/** What leads to this user. No filter is published here, and none is asked for. */
export const listUserSmsNumbers = ofUser('Basic User', (place) => list(place, smsNumbers));
