import { inDomain } from '../places.ts';
import { sites } from '../resources/sites.ts';
import { change } from '../verbs.ts';

/** Published with 202 alone; with `synchronous: yes` it shows at once all the same. */
export const updateSite = inDomain('Office Manager', (place) => change(place, sites));
