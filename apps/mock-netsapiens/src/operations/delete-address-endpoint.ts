import { inDomain } from '../places.ts';
import { addressEndpoints } from '../resources/address-endpoints.ts';
import { remove } from '../verbs.ts';

/** The carrier that the body has to name is not compared. */
export const deleteAddressEndpoint = inDomain('Office Manager', (place) => remove(place, addressEndpoints));
