import { onPlatform } from '../places.ts';
import { resellers } from '../resources/resellers.ts';
import { change } from '../verbs.ts';

/** Published with 202 and no `synchronous`. */
export const updateReseller = onPlatform('Super User', (place) => change(place, resellers));
