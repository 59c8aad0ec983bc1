import { phoneServers } from '../phone-servers.ts';
import { onPlatform } from '../places.ts';

/** The only place where the API tells SIP ports. Who may read it is not published; here Office Managers and above. */
export const listPhoneServers = onPlatform('Office Manager', ({ state }) => ({ status: 200, body: phoneServers(state) }));
