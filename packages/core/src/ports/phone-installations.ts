import type { PhoneUser } from '../provisioning/sign-in-code.ts';
import type { Secret } from '../secret.ts';
import type { Person } from './register.ts';

export type PhoneApp = 'acrobits' | 'sessiontalk';

/** An app on a phone that a code has signed in. */
export interface PhoneInstallation {
  readonly id: string;
  readonly who: PhoneUser;
  readonly revokedAt?: Date | undefined;
}

/** What a code is good for now; what is past its time is `expired`, used or not. */
export type CodeStanding = 'good' | 'used' | 'expired' | 'unknown';

/** Phones that were signed in by a code instead of a password. What lets them in is kept as a keyed hash. */
export interface PhoneInstallations {
  /** Looking changes nothing. A code that belongs to somebody else is unknown. */
  judge(who: PhoneUser, code: Secret): Promise<CodeStanding>;
  /**
   * Uses the code up. The token lets the app in from now on; of an app that goes on sending what was typed into it, the token is made of
   * the code and its `device`, so that the code goes on working there and nowhere else.
   */
  install(
    who: PhoneUser,
    code: Secret,
    app: PhoneApp,
    device?: string,
  ): Promise<{ readonly outcome: 'installed'; readonly token: Secret } | { readonly outcome: Exclude<CodeStanding, 'good'> }>;
  /** Also when it was revoked. */
  find(who: PhoneUser, token: Secret): Promise<PhoneInstallation | undefined>;
  /** Signs all phones of the user out that a code has signed in, and voids codes that were not used. Gives those that it signed out; what was believed of them ends at once. */
  revoke(who: PhoneUser, by: Person): Promise<readonly PhoneInstallation[]>;
}
