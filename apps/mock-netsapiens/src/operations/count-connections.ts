import { onPlatform } from '../places.ts';
import { connections } from '../resources/connections.ts';
import { connectionsWanted } from '../selections.ts';
import { count } from '../verbs.ts';

/** With the filters of the list. */
export const countConnections = onPlatform('Reseller', (place) => count(place, connections, { where: connectionsWanted(place) }));
