import { inDomain } from '../places.ts';
import { macSaid, phones } from '../resources/phones.ts';
import { remove } from '../verbs.ts';

/** The body names the phone, as published. */
export const deleteDomainPhone = inDomain('Office Manager', (place) => remove(place, phones, macSaid(place)));
