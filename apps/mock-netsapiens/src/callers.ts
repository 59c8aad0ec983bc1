import type { Call, Operation, Reply } from '@enablement/mock-kit';
import { expired, notYours, scopeTooLow, unknownToken } from './answers.ts';
import { type Domain, type Scope, type State, scopes, type Token, type User } from './state.ts';

/** Who calls, and with which token. */
export interface Caller {
  readonly user: User;
  readonly token: Token;
}

export const atLeast = (caller: Caller, scope: Scope): boolean => scopes.indexOf(caller.user.scope) >= scopes.indexOf(scope);

/** An operation for callers with a good token. */
export function signedIn(work: (call: Call<State>, caller: Caller) => Reply): Operation<State> {
  return (call) => {
    const access = /^bearer\s+(\S+)$/i.exec(call.headers.authorization ?? '')?.[1];
    const token = call.state.tokens.find((candidate) => candidate.access === access);
    if (token === undefined) return unknownToken;
    if (token.expiresAt <= call.now().getTime()) return expired;
    const user = call.state.users.find(({ login }) => login === token.login);
    return user === undefined ? unknownToken : work(call, { user, token });
  };
}

/** An operation for callers who stand at least this high. */
export const signedInAs = (scope: Scope, work: (call: Call<State>, caller: Caller) => Reply): Operation<State> =>
  signedIn((call, caller) => (atLeast(caller, scope) ? work(call, caller) : scopeTooLow));

/** A Super User sees everything, a Reseller its territory, everybody else the own domain. */
export function seesDomain(caller: Caller, domain: Domain): boolean {
  if (caller.user.scope === 'Super User') return true;
  if (caller.user.scope === 'Reseller') return domain.reseller === caller.user.reseller;
  return domain.domain === caller.user.domain;
}

export const visibleDomains = (state: State, caller: Caller): Domain[] =>
  state.domains.filter((domain) => seesDomain(caller, domain));

/** `~` is the caller's own domain. A domain that does not exist and one that is not yours look alike, except to a Super User. */
export function findDomain(state: State, caller: Caller, name: string): Domain | Reply {
  const wanted = name === '~' ? caller.user.domain : name;
  const domain = state.domains.find((candidate) => candidate.domain === wanted);
  if (domain !== undefined && seesDomain(caller, domain)) return domain;
  return caller.user.scope === 'Super User' || name === '~'
    ? { status: 404, body: { code: 404, message: `Domain ${wanted} does not exist` } }
    : notYours;
}

export const isReply = (found: object): found is Reply => 'status' in found;
