import { type Schemas, validator } from '@enablement/contracts/netsapiens';
import type { Call, Operation, Reply } from '@enablement/mock-kit';
import { issueJwt, spendRefresh } from '../access/jwts.ts';
import { checkLogin } from '../access/log-in.ts';
import { failed, noUser } from '../answers.ts';
import { findDomain, isReply, signedIn } from '../callers.ts';
import { userNamed } from '../lookups.ts';
import type { State } from '../state.ts';

const jwtRequest = validator('JwtRequest');

/** For a log-in, for the refresh token of an older one, or for a user in whose name an API key acts. */
export const createJwt: Operation<State> = (call) => {
  const wanted = jwtRequest.parse(call.body);
  if ('grant_type' in wanted) return logIn(call, wanted);
  if ('refresh' in wanted) return refresh(call, wanted.refresh);
  return actFor(wanted)(call);
};

/** Texts inferred. An account with a second factor takes the partial token of `POST /tokens`: no answer for it is published here. */
function logIn({ state, now }: Call<State>, grant: Schemas['PasswordGrant'] | Schemas['MfaGrant']): Reply {
  if (!state.clients.some(({ id, secret }) => id === grant.client_id && secret === grant.client_secret))
    return failed(401, 'The client credentials are invalid');
  const outcome = checkLogin(state, now(), grant);
  if (outcome.outcome === 'in') return { status: 200, body: issueJwt(state, now(), outcome.user) };
  if (outcome.outcome === 'refused') return failed(401, outcome.why);
  return failed(403, outcome.outcome === 'legacy' ? 'A secure password is required' : 'mfa_required');
}

function refresh({ state, now }: Call<State>, token: string): Reply {
  const user = token === '' ? undefined : spendRefresh(state, token);
  return user === undefined ? failed(401, 'Invalid refresh token') : { status: 200, body: issueJwt(state, now(), user) };
}

const actFor = (wanted: Schemas['JwtDelegation']): Operation<State> =>
  signedIn(({ state, now }, caller) => {
    if (caller.key === undefined) return failed(403, 'Acting for a user takes an API key');
    const domain = findDomain(state, caller, wanted.domain);
    if (isReply(domain)) return domain;
    const user = userNamed(state, domain.domain, wanted.user);
    const own = caller.key.user === undefined || caller.key.user === wanted.user;
    return user === undefined || !own ? noUser(wanted.user, domain.domain) : { status: 200, body: issueJwt(state, now(), user) };
  });
