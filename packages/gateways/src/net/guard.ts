import { Refused } from '@enablement/core';
import { asAddress, reachOf } from './address.ts';
import type { Resolver } from './resolver.ts';

export interface GuardOptions {
  /** Development only: lets this machine and private networks through, over http as well. Metadata and other special ranges never pass. */
  readonly allowPrivateHosts: boolean;
  readonly resolver: Resolver;
}

/** SIP carries no credentials of ours (OPTIONS has none), so that it may be asked in the clear; what else is called over the internet is encrypted. */
const MAY_BE_CALLED = new Set(['https:', 'sip:', 'sips:']);

export interface Guard {
  /** The addresses of a host: those of its name, or itself when it is an address literal. */
  lookUp(host: string): Promise<readonly string[]>;
  /** The addresses to connect to. Throws `Refused` when there is none or any of them may not be called. */
  admit(host: string, protocol: string): Promise<readonly string[]>;
  /** The first address of the list that may not be called. */
  offender(addresses: readonly string[]): string | undefined;
}

export function createGuard({ allowPrivateHosts, resolver }: GuardOptions): Guard {
  const callable = (address: string) => {
    const reach = reachOf(address);
    return reach === 'public' || (reach === 'own' && allowPrivateHosts);
  };
  const offender = (addresses: readonly string[]) => addresses.find((address) => !callable(address));

  const lookUp = async (host: string) => {
    const literal = asAddress(host);
    return literal === undefined ? await resolver(host) : [literal];
  };

  return {
    lookUp,
    offender,
    async admit(host, protocol) {
      const addresses = await lookUp(host);
      if (addresses.length === 0) {
        throw new Refused(`The host ${host} does not exist: DNS has no address for it.`, 'Check the spelling of the host name.');
      }
      const bad = offender(addresses);
      if (bad !== undefined) {
        const how = bad === host ? `${host} is` : `${host} leads to ${bad}, which is`;
        throw new Refused(
          `${how} not an address on the public internet, and only those are called.`,
          'Give the public host name of the platform.',
        );
      }
      if (!MAY_BE_CALLED.has(protocol) && !addresses.every((address) => reachOf(address) === 'own')) {
        throw new Refused(
          `${host} was to be called over plain http, and only https is used on the internet.`,
          'Give an address that starts with https://.',
        );
      }
      return addresses;
    },
  };
}
