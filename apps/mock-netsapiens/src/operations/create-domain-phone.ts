import { inDomain } from '../places.ts';
import { phones } from '../resources/phones.ts';
import { create } from '../verbs.ts';

/** The path, not the body, says the domain. */
export const createDomainPhone = inDomain('Office Manager', (place) => create(place, phones));
