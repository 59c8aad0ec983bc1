import { claimsOf } from '../access/jwts.ts';
import { failed } from '../answers.ts';
import { signedIn } from '../callers.ts';

/** The claims of the token that is used for this call. What another kind of bearer gets is inferred. */
export const getJwt = signedIn(({ state }, { jwt, user }) =>
  jwt === undefined ? failed(400, 'This bearer is no JWT') : { status: 200, body: claimsOf(jwt, user, state) },
);
