import type { Secret } from '../secret.ts';

/** A page that shows one run to whoever has its address, until it expires. */
export interface RunPage {
  readonly enablement: string;
  readonly expires: Date;
}

/**
 * Signed addresses of run pages, for people without Slack. Nothing is kept: the address says which run and until when, and its
 * signature that we said so. It shows no secret and changes nothing; it ends when it expires.
 */
export interface RunPages {
  issue(enablement: string): { readonly token: Secret; readonly expires: Date };
  /** `undefined` for what we never issued; an expired one says so. */
  read(token: Secret): (RunPage & { readonly expired: boolean }) | undefined;
}
