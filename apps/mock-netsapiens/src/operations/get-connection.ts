import { isReply } from '../callers.ts';
import { inDomain } from '../places.ts';
import { connections } from '../resources/connections.ts';
import { find, show } from '../verbs.ts';

/** Published as a list. */
export const getConnection = inDomain('Reseller', (place) => {
  const connection = find(place, connections);
  return isReply(connection) ? connection : { status: 200, body: [show(place, connections, connection)] };
});
