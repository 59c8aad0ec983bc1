import { onPlatform } from '../places.ts';
import { phones } from '../resources/phones.ts';
import { read } from '../verbs.ts';

/** A phone of a domain out of reach does not exist for the caller (inferred). */
export const getPhone = onPlatform('Office Manager', (place) => read(place, phones));
