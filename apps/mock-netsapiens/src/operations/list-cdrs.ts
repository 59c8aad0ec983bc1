import { callsIn } from '../calls.ts';
import { onPlatform } from '../places.ts';
import { cdrs } from '../resources/cdrs.ts';
import { list } from '../verbs.ts';

/** The platform for a Super User, its territory for a Reseller, 401 below (inferred). */
export const listCdrs = onPlatform('Reseller', (place) => callsIn(place, (where) => list(place, cdrs, { where })));
