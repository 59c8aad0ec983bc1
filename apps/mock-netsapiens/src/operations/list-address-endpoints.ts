import { inDomain } from '../places.ts';
import { addressEndpoints } from '../resources/address-endpoints.ts';
import { list } from '../verbs.ts';

/** Published with `limit` alone, and as addresses, which do not say the number. */
export const listAddressEndpoints = inDomain('Office Manager', (place) => list(place, addressEndpoints));
