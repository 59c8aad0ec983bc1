import { inDomain } from '../places.ts';
import { connections } from '../resources/connections.ts';
import { remove } from '../verbs.ts';

export const deleteConnection = inDomain('Reseller', (place) => remove(place, connections));
