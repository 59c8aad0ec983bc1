import { inDomain } from '../places.ts';
import { addressEndpoints } from '../resources/address-endpoints.ts';
import { create } from '../verbs.ts';

/** That it takes an Office Manager is inferred. */
export const createAddressEndpoint = inDomain('Office Manager', (place) => create(place, addressEndpoints));
