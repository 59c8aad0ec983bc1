import type { Call, Operation, Reply } from '@enablement/mock-kit';
import { type Caller, identify } from './access/identify.ts';
import { noDomain, notYours, scopeTooLow } from './answers.ts';
import { domainNamed } from './lookups.ts';
import { type Domain, type Scope, type State, scopes } from './state.ts';

export type { Caller };

export const atLeast = (caller: Caller, scope: Scope): boolean => scopes.indexOf(caller.user.scope) >= scopes.indexOf(scope);

/** An operation for callers with a good token, JWT or API key. */
export function signedIn(work: (call: Call<State>, caller: Caller) => Reply): Operation<State> {
  return (call) => {
    const caller = identify(call);
    return isReply(caller) ? caller : work(call, caller);
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

/** `~` is the caller's own domain. A domain that does not exist and one that is not yours look alike, except to a Super User. */
export function findDomain(state: State, caller: Caller, name: string): Domain | Reply {
  const wanted = name === '~' ? caller.user.domain : name;
  const domain = domainNamed(state, wanted);
  if (domain !== undefined && seesDomain(caller, domain)) return domain;
  // The people of an operator have a domain that is no tenant: it is not listed, and `~` works for them as published for everybody.
  if (name === '~' && atLeast(caller, 'Reseller')) return { domain: wanted, reseller: caller.user.reseller, description: '' };
  return caller.user.scope === 'Super User' || name === '~' ? noDomain(wanted) : outOfReach(state, wanted);
}

function outOfReach({ switches }: Pick<State, 'switches'>, domain: string): Reply {
  if (switches.foreignDomain === '404') return noDomain(domain);
  return switches.foreignDomain === '401' ? scopeTooLow : notYours;
}

export const isReply = (found: object): found is Reply => 'status' in found;
