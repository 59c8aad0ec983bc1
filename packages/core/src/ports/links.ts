import type { Secret } from '../secret.ts';
import type { SecretOwner } from '../secret-owner.ts';
import type { Person } from './register.ts';
import type { SecretField } from './vault.ts';

/** A one-time page for one secret, for one person. */
export interface SecretLink {
  readonly owner: SecretOwner;
  readonly field: SecretField;
  readonly person: Person;
  readonly expires: Date;
  /** Also taken when what it is for is done already: a domain is then provisioned again. */
  readonly renewal?: boolean | undefined;
  /** Handed to a customer, who is in no Slack of ours. */
  readonly handed?: boolean | undefined;
  readonly usedAt?: Date | undefined;
  /** Wrong confirmation codes so far. */
  readonly misses: number;
}

export type Acceptance =
  | { readonly outcome: 'accepted'; readonly fingerprint: string }
  | { readonly outcome: 'wrong code'; readonly left: number }
  | { readonly outcome: 'used' | 'expired' | 'unknown' | 'locked' | 'not wanted' };

/** The page that Acrobits reaches from the e-mail. */
export interface AcrobitsLink {
  readonly enablement: string;
  readonly expires: Date;
  readonly revealedAt?: Date | undefined;
  readonly answeredAt?: Date | undefined;
}

/**
 * One-time links. Tokens have 256 bits and are stored hashed; nothing here gives a token back.
 * Looking never consumes: mail scanners and link previews only look.
 */
export interface Links {
  /** Older unused links for the same secret stop working. The code is shown beside the link, in Slack or in the list of pages to hand out, and typed on the page. */
  issue(
    link: Pick<SecretLink, 'owner' | 'field' | 'person' | 'expires' | 'renewal' | 'handed'>,
  ): Promise<{ readonly token: Secret; readonly code: string }>;
  look(token: Secret): Promise<SecretLink | undefined>;
  /** Somebody has opened the page: audited, the first time. */
  opened(token: Secret): Promise<void>;
  /** Consumes the link, keeps the secret and wakes or starts what waits for it, all or nothing. */
  accept(token: Secret, code: string, secret: Secret, officeManagerLogin?: string): Promise<Acceptance>;

  /** The same enablement always gets the same token, so that a letter sent twice carries one link. */
  acrobits(enablement: string, expires: Date): Promise<Secret>;
  lookAcrobits(token: Secret): Promise<AcrobitsLink | undefined>;
  openedAcrobits(token: Secret): Promise<void>;
  /** True for exactly one caller. */
  claimReveal(token: Secret): Promise<boolean>;
  /** A person lets Acrobits reveal and answer once more. */
  reopen(enablement: string, by: Person): Promise<void>;
}
