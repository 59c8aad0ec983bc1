import { inDomain } from '../places.ts';
import { sites } from '../resources/sites.ts';
import { read } from '../verbs.ts';

export const getSite = inDomain('Basic User', (place) => read(place, sites));
