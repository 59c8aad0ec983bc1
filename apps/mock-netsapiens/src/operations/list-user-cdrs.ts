import { callsIn } from '../calls.ts';
import { ofUser } from '../places.ts';
import { userCdrs } from '../resources/cdrs.ts';
import { list } from '../verbs.ts';

/** With the member names of v1, as published. */
export const listUserCdrs = ofUser('Basic User', (place) => callsIn(place, (where) => list(place, userCdrs, { where })));
