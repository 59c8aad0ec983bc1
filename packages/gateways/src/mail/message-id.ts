/**
 * The Message-ID of a letter: the same id always gives the same one, different ids different ones. What RFC 5322 does not
 * allow before the `@` is written as `=` and its hexadecimal code.
 * Throws a plain `Error` when the sender has no host.
 */
export function messageIdOf(letterId: string, from: string): string {
  const local = letterId.replace(/[^A-Za-z0-9_-]/gu, (character) => `=${character.codePointAt(0)?.toString(16)}=`);
  return `<${local}@${hostOf(from)}>`;
}

/** The host of `name@host` or `Some Name <name@host>`. */
export function hostOf(from: string): string {
  const host = /^(?:[^<>]*<)?[^\s<>@]+@([A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?)>?$/.exec(from.trim())?.[1];
  if (host === undefined)
    throw new Error(`The sender of letters must look like "NetSapiens Enablement <enablement@example.net>", not "${from}".`);
  return host;
}
