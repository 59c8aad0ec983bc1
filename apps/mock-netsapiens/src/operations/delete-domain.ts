import { inDomain } from '../places.ts';
import { domains } from '../resources/domains.ts';
import { remove } from '../verbs.ts';

/** For Resellers and above (inferred). What is in the domain goes with it, which nobody published. */
export const deleteDomain = inDomain('Reseller', (place) => remove(place, domains, place.domain?.domain));
