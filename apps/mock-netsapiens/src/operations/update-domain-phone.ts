import { inDomain } from '../places.ts';
import { macSaid, phones } from '../resources/phones.ts';
import { change } from '../verbs.ts';

/** The body names the phone. */
export const updateDomainPhone = inDomain('Office Manager', (place) => change(place, phones, macSaid(place)));
