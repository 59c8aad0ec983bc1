import { findDomain, isReply, signedIn } from '../callers.ts';
import { usersOf } from '../users.ts';

export const countUsers = signedIn(({ state, params }, caller) => {
  const domain = findDomain(state, caller, String(params.domain));
  return isReply(domain) ? domain : { status: 200, body: { total: usersOf(state, caller, domain.domain).length } };
});
