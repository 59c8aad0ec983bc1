import { onPlatform } from '../places.ts';
import { resellers } from '../resources/resellers.ts';
import { list } from '../verbs.ts';

/** For Super Users only, which is inferred; no paging is published, and a bare list stops at a hundred all the same. */
export const listResellers = onPlatform('Super User', (place) => list(place, resellers));
