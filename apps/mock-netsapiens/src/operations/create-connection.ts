import { onPlatform } from '../places.ts';
import { connections } from '../resources/connections.ts';
import { create } from '../verbs.ts';

/** The body names the domain. */
export const createConnection = onPlatform('Reseller', (place) => create(place, connections));
