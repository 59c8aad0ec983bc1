import type { decide } from '../enablement/link-rules.ts';
import type { PhoneUser } from '../provisioning/sign-in-code.ts';
import type { Secret } from '../secret.ts';
import type { Person } from './register.ts';

/** A page that shows one person a sign-in code, once. */
export interface SignInPage {
  readonly who: PhoneUser;
  readonly person: Person;
  readonly expires: Date;
  /** When it showed the code. */
  readonly usedAt?: Date | undefined;
  /** Wrong confirmation codes so far. */
  readonly misses: number;
}

export type PageIssued =
  | { readonly outcome: 'issued'; readonly token: Secret; readonly code: string }
  /** Too many within the last hour, of the person or for the user. */
  | { readonly outcome: 'too many'; readonly of: 'a person' | 'a user' };

export type Revealed =
  | { readonly outcome: 'revealed'; readonly code: Secret; readonly expires: Date }
  | Exclude<ReturnType<typeof decide>, { outcome: 'accept' }>;

/**
 * Pages for sign-in codes; their links work as those of secrets do. A code is made when it is shown, and kept as a keyed hash only: nobody
 * can show it again.
 */
export interface SignInPages {
  /** Earlier pages for the same user, and codes that were not used, stop working. */
  issue(page: Pick<SignInPage, 'who' | 'person' | 'expires'>): Promise<PageIssued>;
  look(token: Secret): Promise<SignInPage | undefined>;
  /** Shows the code to whoever has the confirmation code; for one caller, once. */
  reveal(token: Secret, confirmation: string): Promise<Revealed>;
}
