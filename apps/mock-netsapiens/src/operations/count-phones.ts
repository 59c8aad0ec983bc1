import { onPlatform } from '../places.ts';
import { phones } from '../resources/phones.ts';
import { count } from '../verbs.ts';

/** Published for 45.0. */
export const countPhones = onPlatform('Office Manager', (place) => count(place, phones));
