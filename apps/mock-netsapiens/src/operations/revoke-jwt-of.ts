import { isCalled, revokeJwts } from '../access/jwts.ts';
import { accepted, nothingCalled } from '../answers.ts';
import { atLeast, seesDomain, signedIn } from '../callers.ts';

/** One token by its `jti`, or all of a user by `user@domain`. Below Office Manager only the own ones; that is inferred. */
export const revokeJwtOf = signedIn(({ state, params }, caller) => {
  const id = String(params.id);
  const revoked = revokeJwts(state, (jwt, user) => {
    if (!isCalled(id, jwt, user) || user === undefined) return false;
    if (!atLeast(caller, 'Office Manager')) return user.login === caller.user.login;
    return seesDomain(caller, { domain: user.domain, reseller: user.reseller });
  });
  return revoked === 0 ? nothingCalled('JWT', id) : accepted;
});
