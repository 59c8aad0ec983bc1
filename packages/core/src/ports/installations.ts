import type { PhoneUser } from '../provisioning/sign-in-code.ts';
import type { Secret } from '../secret.ts';
import type { Person } from './register.ts';

export type PhoneApp = 'acrobits' | 'sessiontalk';

/** An app on a phone that a code has signed in. */
export interface Installation {
  readonly id: string;
  readonly who: PhoneUser;
  readonly revokedAt?: Date | undefined;
}

/** What a code is good for now. */
export type CodeStanding = 'good' | 'used' | 'expired' | 'unknown';

/** Phones that were signed in by a code instead of a password. What lets them in is kept as a keyed hash. */
export interface Installations {
  /** Looking changes nothing. A code that belongs to somebody else is unknown. */
  judge(who: PhoneUser, code: Secret): Promise<CodeStanding>;
  /**
   * Uses the code up. The app sends the token from now on; an app that goes on sending what was typed into it has a `device`, and the
   * code goes on working for that device alone, without a token.
   */
  install(
    who: PhoneUser,
    code: Secret,
    app: PhoneApp,
    device?: string,
  ): Promise<{ readonly outcome: 'installed'; readonly token: Secret } | { readonly outcome: Exclude<CodeStanding, 'good'> }>;
  /** Whose this secret is: a token, or the code of a device. Also when it was revoked. */
  find(who: PhoneUser, secret: Secret, device?: string): Promise<Installation | undefined>;
  /** Those of a user that are signed in. */
  list(who: PhoneUser): Promise<readonly Installation[]>;
  /** Signs all phones of the user out that a code has signed in, and voids codes that were not used. Gives those that it signed out. */
  revoke(who: PhoneUser, by: Person): Promise<readonly Installation[]>;
}
