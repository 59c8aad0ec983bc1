import { onPlatform } from '../places.ts';
import { phones } from '../resources/phones.ts';
import { create } from '../verbs.ts';

/** The body names the domain. That an Office Manager may, in its own, is inferred. */
export const createPhone = onPlatform('Office Manager', (place) => create(place, phones));
