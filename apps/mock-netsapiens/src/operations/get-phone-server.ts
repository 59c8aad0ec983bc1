import { nothingCalled } from '../answers.ts';
import { phoneServers } from '../phone-servers.ts';
import { onPlatform } from '../places.ts';

export const getPhoneServer = onPlatform('Office Manager', ({ state, call }) => {
  const server = phoneServers(state).find(({ name }) => name === call.params.server);
  return server === undefined ? nothingCalled('Server', String(call.params.server)) : { status: 200, body: server };
});
