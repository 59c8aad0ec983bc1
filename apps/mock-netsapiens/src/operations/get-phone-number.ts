import { inDomain } from '../places.ts';
import { phoneNumbers } from '../resources/phone-numbers.ts';
import { read } from '../verbs.ts';

export const getPhoneNumber = inDomain('Office Manager', (place) => read(place, phoneNumbers));
