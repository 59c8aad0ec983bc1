import type { Schemas } from '@enablement/contracts/netsapiens';
import { userByLogin } from '../lookups.ts';
import type { State, User } from '../state.ts';
import { passcode } from './seed.ts';

type LogIn =
  | { readonly outcome: 'in' | 'second factor due' | 'legacy'; readonly user: User }
  | { readonly outcome: 'refused'; readonly why: string };

const wrongPassword: LogIn = { outcome: 'refused', why: 'Invalid username and password combination' };

/** What a user name, a password and perhaps a passcode are good for. An account of scope No Portal cannot log in. */
export function checkLogin(state: State, now: Date, grant: Schemas['PasswordGrant'] | Schemas['MfaGrant']): LogIn {
  const user = userByLogin(state, grant.username);
  if (user === undefined || user.password !== grant.password || user.scope === 'No Portal') return wrongPassword;
  if (grant.grant_type === 'mfa') {
    const challenge = state.challenges.get(grant.access_token);
    const due = challenge?.login === user.login && challenge.expiresAt > now.getTime() && grant.passcode === passcode;
    if (!due) return { outcome: 'refused', why: 'Invalid passcode' };
    state.challenges.delete(grant.access_token);
    return { outcome: 'in', user };
  }
  if (!user.securePassword) return { outcome: 'legacy', user };
  return { outcome: user.mfa ? 'second factor due' : 'in', user };
}
