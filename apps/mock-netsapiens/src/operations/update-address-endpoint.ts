import { inDomain } from '../places.ts';
import { addressEndpoints } from '../resources/address-endpoints.ts';
import { change } from '../verbs.ts';

export const updateAddressEndpoint = inDomain('Office Manager', (place) => change(place, addressEndpoints));
