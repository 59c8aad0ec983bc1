/**
 * What a secret belongs to: an environment's enablement, one of its domains, or a check for Xima. In the shape of the audit's
 * subjects, so that what happens to a secret is recorded about its owner.
 */
export type SecretOwner = { readonly enablement: string; readonly domain?: string | undefined } | { readonly xima: string };

const XIMA = 'xima/';

/** The owner as one word: `<enablement id>`, `<enablement id>/<domain>` or `xima/<check id>`. */
export function ownerKey(owner: SecretOwner): string {
  if ('xima' in owner) return `${XIMA}${owner.xima}`;
  return owner.domain === undefined ? owner.enablement : `${owner.enablement}/${owner.domain}`;
}

export function ownerOf(key: string): SecretOwner {
  if (key.startsWith(XIMA)) return { xima: key.slice(XIMA.length) };
  const [enablement = key, domain] = key.split('/');
  return domain === undefined ? { enablement } : { enablement, domain };
}
