import { inDomain } from '../places.ts';
import { sites } from '../resources/sites.ts';
import { create } from '../verbs.ts';

/** Published with 202 alone; with `synchronous: yes` it is there at once all the same. */
export const createSite = inDomain('Office Manager', (place) => create(place, sites));
