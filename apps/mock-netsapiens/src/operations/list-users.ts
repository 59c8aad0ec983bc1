import { findDomain, isReply, signedIn } from '../callers.ts';
import { page } from '../pages.ts';
import { showUser, usersOf } from '../users.ts';

/** An Office Manager sees the users of its domain, a Basic User only itself. */
export const listUsers = signedIn(({ state, params, query }, caller) => {
  const domain = findDomain(state, caller, String(params.domain));
  return isReply(domain) ? domain : { status: 200, body: page(usersOf(state, caller, domain.domain), query).map(showUser) };
});
