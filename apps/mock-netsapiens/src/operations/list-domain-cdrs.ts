import { callsIn } from '../calls.ts';
import { inDomains } from '../places.ts';
import { cdrs } from '../resources/cdrs.ts';
import { list } from '../verbs.ts';

/** For Office Managers and above (inferred). `dialled` and `caller` compare whole numbers; `site` and `group` are ignored. */
export const listDomainCdrs = inDomains('Office Manager', (place) => callsIn(place, (where) => list(place, cdrs, { where })));
