import { onPlatform } from '../places.ts';
import { connections } from '../resources/connections.ts';
import { connectionsWanted } from '../selections.ts';
import { list } from '../verbs.ts';

/** Trunks are the operator's, for Resellers and above (inferred). */
export const listConnections = onPlatform('Reseller', (place) => list(place, connections, { where: connectionsWanted(place) }));
