import { onPlatform } from '../places.ts';
import { phones } from '../resources/phones.ts';
import { list } from '../verbs.ts';

/** Published with `limit` alone. What is in reach of an Office Manager, its own domain, is inferred. */
export const listPhones = onPlatform('Office Manager', (place) => list(place, phones));
