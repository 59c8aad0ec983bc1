import { inDomains } from '../places.ts';
import { phones } from '../resources/phones.ts';
import { list } from '../verbs.ts';

/** Published with `limit` alone. */
export const listDomainPhones = inDomains('Office Manager', (place) => list(place, phones));
