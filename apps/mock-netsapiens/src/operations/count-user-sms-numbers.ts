import { ofUser } from '../places.ts';
import { smsNumbers } from '../resources/sms-numbers.ts';
import { count } from '../verbs.ts';

export const countUserSmsNumbers = ofUser('Basic User', (place) => count(place, smsNumbers));
