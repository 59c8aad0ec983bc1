import { revokeJwts } from '../access/jwts.ts';
import { accepted, failed } from '../answers.ts';
import { signedIn } from '../callers.ts';

/** The token that is used for this call opens nothing afterwards, and its refresh token is gone with it (inferred). */
export const revokeJwt = signedIn(({ state }, { jwt: used }) => {
  if (used === undefined) return failed(400, 'This bearer is no JWT');
  revokeJwts(state, (jwt) => jwt.jti === used.jti);
  return accepted;
});
