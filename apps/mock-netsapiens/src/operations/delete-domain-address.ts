import { inDomain } from '../places.ts';
import { addresses } from '../resources/addresses.ts';
import { remove } from '../verbs.ts';

export const deleteDomainAddress = inDomain('Office Manager', (place) => remove(place, addresses));
