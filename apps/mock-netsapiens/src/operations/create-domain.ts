import { onPlatform } from '../places.ts';
import { domains } from '../resources/domains.ts';
import { create } from '../verbs.ts';

/** For Resellers and above (inferred). `~` as reseller is the caller's own. The user `domain` and the dial plan that a core makes beside it are not imitated. */
export const createDomain = onPlatform('Reseller', (place) => create(place, domains));
