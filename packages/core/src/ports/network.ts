/** `private`: resolves, but into a range we do not call (loopback, RFC 1918, link-local, …). `nothing`: no address at all. */
export type Resolution =
  | { readonly resolved: 'public'; readonly addresses: readonly string[] }
  | { readonly resolved: 'private'; readonly address: string }
  | { readonly resolved: 'nothing' };

/** Looks names up the way our own requests do, so that what is checked is what is called. */
export interface Network {
  /** `host` without port; a name or an IP literal. */
  resolve(host: string): Promise<Resolution>;
}
