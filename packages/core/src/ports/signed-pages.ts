import type { Secret } from '../secret.ts';

/** A page that shows one thing to whoever has its address, until it expires. */
export interface SignedPage {
  readonly subject: string;
  readonly expires: Date;
  readonly expired: boolean;
}

/**
 * Signed addresses of pages that show no secret and change nothing, for people without Slack. Nothing is kept: the address says what
 * it shows and until when, and its signature that we said so.
 */
export interface SignedPages {
  issue(subject: string): { readonly token: Secret; readonly expires: Date };
  /** `undefined` for what we never issued; an expired one says so. */
  read(token: Secret): SignedPage | undefined;
}
