import { inDomain } from '../places.ts';
import { addresses } from '../resources/addresses.ts';
import { count } from '../verbs.ts';

export const countDomainAddresses = inDomain('Basic User', (place) => count(place, addresses));
