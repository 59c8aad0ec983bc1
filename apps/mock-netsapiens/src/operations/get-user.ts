import { failed } from '../answers.ts';
import { findDomain, isReply, signedIn } from '../callers.ts';
import { showUser, usersOf } from '../users.ts';

/** `/domains/~/users/~` is how a token learns whose it is; it works also for users whose domain is no tenant, such as a Super User's. */
export const getUser = signedIn(({ state, params }, caller) => {
  if (params.domain === '~' && params.user === '~') return { status: 200, body: showUser(caller.user) };
  const domain = findDomain(state, caller, String(params.domain));
  if (isReply(domain)) return domain;
  const wanted = params.user === '~' ? caller.user.user : params.user;
  const user = usersOf(state, caller, domain.domain).find((candidate) => candidate.user === wanted);
  if (user === undefined) return failed(404, `User ${wanted} does not exist in domain ${domain.domain}`);
  return { status: 200, body: showUser(user) };
});
