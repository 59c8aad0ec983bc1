import { inDomain } from '../places.ts';
import { addresses } from '../resources/addresses.ts';
import { list } from '../verbs.ts';

/** Those of the domain and of its users; whether a core lists the latter is not known. */
export const listDomainAddresses = inDomain('Basic User', (place) => list(place, addresses));
