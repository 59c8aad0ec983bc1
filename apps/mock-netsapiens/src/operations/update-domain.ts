import { inDomain } from '../places.ts';
import { domains } from '../resources/domains.ts';
import { change } from '../verbs.ts';

/** That an Office Manager may change its own domain, and nobody but a Super User its reseller, is inferred. */
export const updateDomain = inDomain('Office Manager', (place) => change(place, domains, place.domain?.domain));
