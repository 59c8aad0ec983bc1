import { onPlatform } from '../places.ts';
import { resellers } from '../resources/resellers.ts';
import { create } from '../verbs.ts';

/** 202 even with `synchronous`, which the guide lists for resellers and no published document has. 409 with the misspelt text when the name is taken. */
export const createReseller = onPlatform('Super User', (place) => create(place, resellers));
