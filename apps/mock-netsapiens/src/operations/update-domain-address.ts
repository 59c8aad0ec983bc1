import { inDomain } from '../places.ts';
import { addresses } from '../resources/addresses.ts';
import { change } from '../verbs.ts';

export const updateDomainAddress = inDomain('Office Manager', (place) => change(place, addresses));
