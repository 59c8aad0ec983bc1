import { onPlatform } from '../places.ts';
import { domains } from '../resources/domains.ts';
import { list } from '../verbs.ts';

/** An Office Manager gets 401 `Invalid Scope [APP001]` here, not 403 and not its one domain. */
export const listDomains = onPlatform('Reseller', (place) => list(place, domains));
