import { Resolver } from 'node:dns/promises';
import { type ServiceRecord, Unreachable } from '@enablement/core';

/**
 * The records that only DNS has. An empty list where there is none. Throws `Unreachable` when the name servers cannot say: they are
 * silent, refuse, or go round in circles.
 */
export interface Records {
  srv(name: string, signal: AbortSignal): Promise<readonly ServiceRecord[]>;
  /** Hosts that take mail; `''` is the null MX of RFC 7505: no mail is taken. */
  mx(name: string, signal: AbortSignal): Promise<readonly string[]>;
}

const NO_SUCH_RECORD = new Set(['ENOTFOUND', 'ENODATA']);

/** The machine's name servers, or the given ones (`address[:port]`). */
export function askDns(servers?: readonly string[]): Records {
  async function ask<T>(name: string, signal: AbortSignal, question: (resolver: Resolver) => Promise<readonly T[]>) {
    const resolver = new Resolver({ timeout: 1_500, tries: 2 });
    if (servers !== undefined) resolver.setServers(servers);
    const cancel = () => resolver.cancel();
    signal.addEventListener('abort', cancel, { once: true });
    try {
      return await question(resolver);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (NO_SUCH_RECORD.has(code)) return [];
      throw new Unreachable(
        `The name servers could not say anything about ${name}${code && ` (${code})`}.`,
        'If it stays so, check the DNS of this machine and of that domain.',
      );
    } finally {
      signal.removeEventListener('abort', cancel);
    }
  }
  return {
    srv: (name, signal) =>
      ask(name, signal, async (resolver) =>
        (await resolver.resolveSrv(name)).map(({ name: host, ...rest }) => ({ host, ...rest })),
      ),
    mx: (name, signal) => ask(name, signal, async (resolver) => (await resolver.resolveMx(name)).map(({ exchange }) => exchange)),
  };
}
