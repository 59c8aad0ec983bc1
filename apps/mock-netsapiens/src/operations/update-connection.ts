import { inDomain } from '../places.ts';
import { connections } from '../resources/connections.ts';
import { change } from '../verbs.ts';

export const updateConnection = inDomain('Reseller', (place) => change(place, connections));
