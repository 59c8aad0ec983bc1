import type { Secret } from '../secret.ts';

/** A user's softphone as NetSapiens has it: one device, beside the desk phone's. */
export interface Softphone {
  readonly domain: string;
  /** The extension. */
  readonly user: string;
  /** The extension and a letter, `100m`. It is what registers. */
  readonly device: string;
  /** For SIP; the user never sees it. */
  readonly password: Secret;
  readonly displayName: string;
}

export const sameSoftphone = (one: Softphone, other: Softphone): boolean =>
  one.domain === other.domain &&
  one.user === other.user &&
  one.device === other.device &&
  one.displayName === other.displayName &&
  one.password.reveal() === other.password.reveal();
