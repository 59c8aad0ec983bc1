import { onPlatform } from '../places.ts';
import { resellers } from '../resources/resellers.ts';
import { count } from '../verbs.ts';

/** Published for 45.0. */
export const countResellers = onPlatform('Super User', (place) => count(place, resellers));
