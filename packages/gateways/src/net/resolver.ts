import { lookup } from 'node:dns/promises';
import { Unreachable } from '@enablement/core';

/** All addresses of a name (never of an address literal), empty when it has none. Throws `Unreachable` when the name server cannot say now. */
export type Resolver = (host: string) => Promise<readonly string[]>;

/** The last one: not even the shape of a name. */
const NO_SUCH_NAME = new Set(['ENOTFOUND', 'ENODATA', 'EAI_NONAME', 'EAI_NODATA', 'ERR_INVALID_ARG_VALUE']);

/** The machine's own look-up (hosts file, then DNS): the same that every connection of this process uses. */
export const askTheSystem: Resolver = async (host) => {
  // RFC 6761 section 6.3; not every C library knows the names below `localhost`.
  if (/\.localhost\.?$/i.test(host)) return ['127.0.0.1'];
  try {
    return (await lookup(host, { all: true })).map((found) => found.address);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (NO_SUCH_NAME.has(code)) return [];
    throw new Unreachable(
      `The name server could not look up ${host} now${code && ` (${code})`}.`,
      'If it stays so, check the DNS of this machine.',
    );
  }
};
