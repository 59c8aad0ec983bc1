import type { Schemas } from '@enablement/contracts/netsapiens';
import { atLeast, type Caller } from './callers.ts';
import type { State, User } from './state.ts';

/** Live reads say `email` where the published document says `email-address`. Whether a secure password is set cannot be read. */
export const showUser = (user: User): Schemas['User'] => ({
  user: user.user,
  domain: user.domain,
  'name-first-name': user.firstName,
  'name-last-name': user.lastName,
  email: user.email,
  'user-scope': user.scope,
  'login-username': user.login,
  department: 'n/a',
  'time-zone': 'US/Pacific',
  'account-status': 'standard',
});

/** A user below Office Manager sees only itself. */
export const usersOf = (state: State, caller: Caller, domain: string): User[] =>
  state.users.filter((user) => user.domain === domain && (atLeast(caller, 'Office Manager') || user.login === caller.user.login));
