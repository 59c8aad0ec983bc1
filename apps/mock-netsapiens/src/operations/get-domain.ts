import { inDomain } from '../places.ts';
import { domains } from '../resources/domains.ts';
import { show } from '../verbs.ts';

/** Every scope may read its own domain, by name or as `~`. What a foreign one gets is not published; here 403. */
export const getDomain = inDomain('Basic User', (place) => ({ status: 200, body: show(place, domains, place.domain) }));
