import { randomBytes } from 'node:crypto';
import type { Schemas } from '@enablement/contracts/netsapiens';
import type { Call, Reply } from '@enablement/mock-kit';
import { userByLogin } from '../lookups.ts';
import type { State, User } from '../state.ts';
import { checkLogin } from './log-in.ts';
import { wrongClient, wrongLogin } from './refusals.ts';
import type { OAuthClient } from './state.ts';

type Grant = Schemas['TokenRequest'];

const hour = 3600;
const day = 86_400_000;

/** Opaque lower-case hexadecimal, as seen on live platforms. */
const hexadecimal = (): string => randomBytes(16).toString('hex');

/** Log-in, refresh and second factor. */
export function grantToken({ state, now }: Pick<Call<State>, 'state' | 'now'>, grant: Grant): Reply {
  const client = state.clients.find(({ id, secret }) => id === grant.client_id && secret === grant.client_secret);
  if (client === undefined) return wrongClient(state);
  if (grant.grant_type === 'refresh_token') return refresh(state, now(), client, grant.refresh_token);
  const outcome = checkLogin(state, now(), grant);
  switch (outcome.outcome) {
    case 'in':
      return issue(state, now(), client, outcome.user);
    case 'legacy':
      return legacy(state, now(), client, outcome.user);
    case 'second factor due':
      return challenge(state, now(), outcome.user);
    case 'refused':
      return wrongLogin(state, outcome.why);
  }
}

/** Right log-in, but only the old numeric PIN is set. Status 200 and nothing usable, unless the platform lets old passwords go on. */
function legacy(state: State, now: Date, client: OAuthClient, user: User): Reply {
  if (state.switches.legacyAccount === 'refused')
    return { status: 200, body: { access_token: '', scope: null, legacy: true, recover: true } };
  const { body } = issue(state, now, client, user);
  return { status: 200, body: { ...Object(body), legacy: true, legacy_expires_days: 30 } };
}

const seconds = 300;

/** The partial token opens nothing; whoever takes it for a token gets 401 everywhere. How long it waits is inferred. */
function challenge(state: State, now: Date, user: User): Reply {
  const partial = hexadecimal();
  state.challenges.set(partial, { login: user.login, expiresAt: now.getTime() + seconds * 1000 });
  const marker = { [state.switches.secondFactor]: 'mfa_required', mfa_vendor: 'google', mfa_type: 'authenticator' };
  return { status: 200, body: { ...marker, access_token: partial, expires_in: seconds, token_type: 'Bearer' } };
}

/** Both tokens change, and the old ones are dead at once: of two refreshes with one token the second fails. */
function refresh(state: State, now: Date, client: OAuthClient, token: string): Reply {
  const held = [...state.tokens.values()].find((candidate) => candidate.refresh === token && candidate.clientId === client.id);
  const user = held && userByLogin(state, held.login);
  if (held === undefined || user === undefined) return wrongLogin(state, 'Invalid refresh token');
  state.tokens.delete(held.access);
  return issue(state, now, client, user);
}

/** Tokens that nobody has renewed for a day after their end are forgotten; how long a refresh token lives is not published. */
function forgetOld({ tokens }: Pick<State, 'tokens'>, now: number): void {
  for (const [access, token] of tokens) {
    if (token.expiresAt === Number.POSITIVE_INFINITY) continue;
    // They stand in the order in which they were given.
    if (token.expiresAt + day > now) break;
    tokens.delete(access);
  }
}

function issue(state: State, now: Date, client: OAuthClient, user: User): Reply {
  const token = {
    access: hexadecimal(),
    refresh: hexadecimal(),
    login: user.login,
    clientId: client.id,
    expiresAt: now.getTime() + hour * 1000,
  };
  forgetOld(state, now.getTime());
  state.tokens.set(token.access, token);
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
