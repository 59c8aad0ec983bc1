import { type Right, type Role, rolesFor } from './roles.ts';

/**
 * What is known about a person now. `unsure` of a member: more roles are possible, but a group could not be asked. `guest`: let in
 * from outside. `gone`: deactivated, or nobody. `unsure`: nothing could be found out.
 */
export type Standing =
  | { readonly is: 'member'; readonly roles: readonly Role[]; readonly unsure: boolean }
  | { readonly is: 'guest' | 'gone' | 'unsure' };

/** `unsure` is a no that may be a yes once the chat answers again. */
export type Verdict = { readonly may: true } | { readonly may: false; readonly why: 'no role' | 'guest' | 'gone' | 'unsure' };

/** Default deny: only a member with a fitting role may. */
export function judge(right: Right, standing: Standing): Verdict {
  if (standing.is !== 'member') return { may: false, why: standing.is };
  if (standing.roles.some((role) => rolesFor(right).includes(role))) return { may: true };
  return { may: false, why: standing.unsure ? 'unsure' : 'no role' };
}
