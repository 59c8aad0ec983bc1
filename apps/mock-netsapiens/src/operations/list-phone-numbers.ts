import { onPlatform } from '../places.ts';
import { phoneNumbers } from '../resources/phone-numbers.ts';
import { list } from '../verbs.ts';

/** All for a Super User, its territory for a Reseller, 401 below, as published. */
export const listPhoneNumbers = onPlatform('Reseller', (place) => list(place, phoneNumbers));
