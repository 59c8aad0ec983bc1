import { inDomain } from '../places.ts';
import { sites } from '../resources/sites.ts';
import { list } from '../verbs.ts';

/** Everybody in the domain (inferred). */
export const listSites = inDomain('Basic User', (place) => list(place, sites));
