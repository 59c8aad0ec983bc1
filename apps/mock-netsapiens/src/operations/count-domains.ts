import { onPlatform } from '../places.ts';
import { domains } from '../resources/domains.ts';
import { count } from '../verbs.ts';

/** As for the list: 401 below Reseller. */
export const countDomains = onPlatform('Reseller', (place) => count(place, domains));
