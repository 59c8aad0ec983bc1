import type { Secret } from '../secret.ts';

/** Where a secret belongs. The encryption is bound to all of it: a row moved elsewhere cannot be opened. */
export interface SecretPlace {
  /** `ownerKey` of a `SecretOwner`: an enablement's id, `<enablement id>/<domain>`, or `xima/<check id>`. */
  readonly owner: string;
  readonly field: SecretField;
}

/**
 * `API key` is Acrobits' for the cloudId; `NetSapiens API key` is one to look with after go-live, and to read devices where no
 * password of their user is at hand (sign-in codes). The last two are Xima's own names
 * ("Required information to integrate Xima CCaaS with NetSapiens").
 */
export const SECRET_FIELDS = [
  'client secret',
  'API key',
  'NetSapiens API key',
  'Office Manager password',
  'api_client_secret',
  'api_password',
] as const;
export type SecretField = (typeof SECRET_FIELDS)[number];

export interface Kept {
  /** Four hex digits of a keyed hash: enough to compare two entries by eye, useless to guess from. */
  readonly fingerprint: string;
}

/** Keeps secrets encrypted at rest. Keeping again replaces. */
export interface Vault {
  keep(place: SecretPlace, secret: Secret): Promise<Kept>;
  /** `undefined` when it was never kept or has been destroyed. */
  open(place: SecretPlace): Promise<Secret | undefined>;
  /** Removes the encrypted value for good; the fingerprint stays. Destroying nothing is fine. */
  destroy(place: SecretPlace): Promise<void>;
  look(place: SecretPlace): Promise<(Kept & { readonly destroyed: boolean }) | undefined>;
}
