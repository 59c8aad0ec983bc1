import type { Call, Operation, Reply } from '@enablement/mock-kit';
import { noUser } from './answers.ts';
import { atLeast, type Caller, findDomain, isReply, signedInAs } from './callers.ts';
import { userNamed } from './lookups.ts';
import type { Domain, Scope, State, User } from './state.ts';

/** Where in the platform an operation works, and for whom. Without a domain: everywhere in the caller's reach. */
export interface Place {
  readonly state: State;
  readonly call: Call<State>;
  readonly caller: Caller;
  readonly domain?: Domain | undefined;
  readonly user?: User | undefined;
}

type DomainPlace = Place & { readonly domain: Domain };
type UserPlace = DomainPlace & { readonly user: User };
type Work<P extends Place> = (place: P) => Reply;

// Who may do what is published for few operations. Each says its lowest scope; that a scope is judged before the things named is inferred.

export const onPlatform = (scope: Scope, work: Work<Place>): Operation<State> =>
  signedInAs(scope, (call, caller) => work({ state: call.state, call, caller }));

export const inDomain = (scope: Scope, work: Work<DomainPlace>): Operation<State> =>
  signedInAs(scope, (call, caller) => {
    const domain = findDomain(call.state, caller, String(call.params.domain));
    return isReply(domain) ? domain : work({ state: call.state, call, caller, domain });
  });

/** For reading: `*` stands for all domains in the reach of a Reseller or a Super User. */
export const inDomains = (scope: Scope, work: Work<Place>): Operation<State> =>
  signedInAs(scope, (call, caller) => {
    const everywhere = call.params.domain === '*' && atLeast(caller, 'Reseller');
    const domain = everywhere ? undefined : findDomain(call.state, caller, String(call.params.domain));
    return domain !== undefined && isReply(domain) ? domain : work({ state: call.state, call, caller, domain });
  });

/** `~` is the caller, in its own domain. */
export const ofUser = (scope: Scope, work: Work<UserPlace>): Operation<State> =>
  signedInAs(scope, (call, caller) => {
    const { state, params } = call;
    const domain = findDomain(state, caller, String(params.domain));
    if (isReply(domain)) return domain;
    const name = params.user === '~' ? caller.user.user : String(params.user);
    const user = userNamed(state, domain.domain, name);
    return user !== undefined && seesUser(caller, user)
      ? work({ state, call, caller, domain, user })
      : noUser(name, domain.domain);
  });

/** The same for paths in which `~` stands literally. */
export function ofMe(operation: Operation<State>): Operation<State> {
  return (call) => operation({ ...call, params: { ...call.params, domain: '~', user: '~' } });
}

/** An Office Manager sees everybody in its domain, a Site Manager its site (inferred), everybody else itself. */
export function seesUser(caller: Caller, user: User): boolean {
  if (atLeast(caller, 'Office Manager') || user.login === caller.user.login) return true;
  const { site } = caller.user.settings;
  return caller.user.scope === 'Site Manager' && site !== undefined && user.settings.site === site;
}
