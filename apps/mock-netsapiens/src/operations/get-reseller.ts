import { onPlatform } from '../places.ts';
import { resellers } from '../resources/resellers.ts';
import { read } from '../verbs.ts';

/** The SMTP password is readable, as published. */
export const getReseller = onPlatform('Super User', (place) => read(place, resellers));
