import { inDomain } from '../places.ts';
import { sites } from '../resources/sites.ts';
import { count } from '../verbs.ts';

/** Published for 45.0. */
export const countSites = inDomain('Basic User', (place) => count(place, sites));
