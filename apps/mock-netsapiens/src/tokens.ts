import { randomBytes } from 'node:crypto';
import type { Schemas } from '@enablement/contracts/netsapiens';
import type { Call, Reply } from '@enablement/mock-kit';
import { passcode } from './seed.ts';
import type { OAuthClient, State, User } from './state.ts';

type Grant = Schemas['TokenRequest'];

const hour = 3600;

/** Opaque lower-case hexadecimal, as seen on live platforms. */
const hexadecimal = (): string => randomBytes(16).toString('hex');

// Nobody published the status and text of a wrong client and of a wrong password. Here they follow OAuth 2.0 (RFC 6749, section 5.2).
const wrongClient: Reply = {
  status: 401,
  body: { error: 'invalid_client', error_description: 'The client credentials are invalid' },
};
const wrongLogin = (what: string): Reply => ({ status: 400, body: { error: 'invalid_grant', error_description: what } });
const wrongPassword = wrongLogin('Invalid username and password combination');

/** Log-in, refresh and second factor. */
export function grantToken({ state, now }: Pick<Call<State>, 'state' | 'now'>, grant: Grant): Reply {
  const client = state.clients.find(({ id, secret }) => id === grant.client_id && secret === grant.client_secret);
  if (client === undefined) return wrongClient;
  if (grant.grant_type === 'refresh_token') return refresh(state, now(), client, grant.refresh_token);

  const login = grant.username.toLowerCase();
  const user = state.users.find((candidate) => candidate.login.toLowerCase() === login);
  if (user === undefined || user.password !== grant.password || user.scope === 'No Portal') return wrongPassword;
  if (grant.grant_type === 'mfa') {
    const due = state.challenges.get(grant.access_token) === user.login && grant.passcode === passcode;
    if (!due) return wrongLogin('Invalid passcode');
    state.challenges.delete(grant.access_token);
    return issue(state, now(), client, user);
  }
  if (!user.securePassword) return legacyAnswer;
  return user.mfa ? challenge(state, user) : issue(state, now(), client, user);
}

/** Status 200 and nothing usable: right log-in, but only the old numeric PIN is set. Member names from the v1 reference. */
const legacyAnswer: Reply = { status: 200, body: { access_token: '', scope: null, legacy: true, recover: true } };

/** The partial token opens nothing; whoever takes it for a token gets 401 everywhere. */
function challenge(state: State, user: User): Reply {
  const partial = hexadecimal();
  state.challenges.set(partial, user.login);
  const marker = { mfa: 'mfa_required', mfa_vendor: 'google', mfa_type: 'authenticator' };
  return { status: 200, body: { ...marker, access_token: partial, expires_in: 300, token_type: 'Bearer' } };
}

/** Both tokens change, and the old ones are dead at once. */
function refresh(state: State, now: Date, client: OAuthClient, token: string): Reply {
  const held = state.tokens.find((candidate) => candidate.refresh === token && candidate.clientId === client.id);
  const user = state.users.find(({ login }) => login === held?.login);
  if (held === undefined || user === undefined) return wrongLogin('Invalid refresh token');
  state.tokens = state.tokens.filter((candidate) => candidate !== held);
  return issue(state, now, client, user);
}

function issue(state: State, now: Date, client: OAuthClient, user: User): Reply {
  const token = {
    access: hexadecimal(),
    refresh: hexadecimal(),
    login: user.login,
    clientId: client.id,
    expiresAt: now.getTime() + hour * 1000,
  };
  state.tokens.push(token);
  const body: Schemas['AccessToken'] = {
    access_token: token.access,
    refresh_token: token.refresh,
    expires_in: hour,
    token_type: 'Bearer',
    scope: user.scope,
    username: user.login,
    user: user.user,
    uid: `${user.user}@${user.domain}`,
    login: user.login,
    domain: user.domain,
    territory: user.reseller,
    department: 'n/a',
    user_email: user.email,
    displayName: `${user.firstName} ${user.lastName}`,
    client_id: client.id,
    apiversion: `Version: ${state.release}`,
  };
  return { status: 200, body };
}
