import { inDomain } from '../places.ts';
import { phones } from '../resources/phones.ts';
import { read } from '../verbs.ts';

/** Published for 45.0. */
export const getDomainPhone = inDomain('Office Manager', (place) => read(place, phones));
