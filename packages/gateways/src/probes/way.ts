import { isIPv6, type LookupFunction } from 'node:net';
import { asAddress } from '../net/address.ts';
import type { Guard } from '../net/guard.ts';

/** Where a socket goes: the addresses that the guard has judged, and nothing is looked up after that. */
export interface Way {
  readonly addresses: readonly string[];
  /** For a socket: the name stays the name, for TLS, and leads to these addresses alone. */
  readonly host: string;
  readonly lookup: LookupFunction;
}

/** Throws `Refused` when the host has no address, or one that may not be called. @param scheme as the guard knows it: `https:`, `sip:`, `sips:` */
export async function findWay(guard: Guard, host: string, scheme: string): Promise<Way> {
  const addresses = await guard.admit(host, scheme);
  const found = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
  return {
    addresses,
    host: asAddress(host) ?? host,
    lookup(_name, options, done) {
      const [first] = found;
      if (options.all || first === undefined) done(null, found);
      else done(null, first.address, first.family);
    },
  };
}
