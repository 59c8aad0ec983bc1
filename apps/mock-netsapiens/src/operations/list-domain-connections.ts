import { inDomains } from '../places.ts';
import { connections } from '../resources/connections.ts';
import { connectionsWanted } from '../selections.ts';
import { list } from '../verbs.ts';

export const listDomainConnections = inDomains('Reseller', (place) =>
  list(place, connections, { where: connectionsWanted(place) }),
);
