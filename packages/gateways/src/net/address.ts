import { isIP, isIPv6 } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Where an address lies, as far as calling it matters. `own`: this machine or a private network. `special`: every other range that is not the public internet. */
export type Reach = 'public' | 'own' | 'special';

/** RFC 4291 section 2.4 and the IANA registry: all global unicast IPv6 in use starts with these three bits. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');
const OWN = new Set<string>(['loopback', 'private', 'uniqueLocal']);

/** The literal without the brackets that a URL puts around IPv6, or `undefined` when the host is a name. */
export function asAddress(host: string): string | undefined {
  const bare = host.startsWith('[') && host.endsWith(']') ? host.slice(1, -1) : host;
  return isIP(bare) ? bare : undefined;
}

/**
 * An IPv4 address dressed as IPv6 (`::ffff:127.0.0.1`) is judged as what it is; every other way to wrap IPv4 (6to4, NAT64,
 * Teredo, the old `::127.0.0.1`) is special, because what answers behind it cannot be told from the address.
 */
export function reachOf(address: string): Reach {
  const parsed = ipaddr.process(isIPv6(address) ? hexadecimal(address) : address);
  const range = parsed.range();
  if (OWN.has(range)) return 'own';
  if (range !== 'unicast') return 'special';
  return parsed.kind() === 'ipv4' || parsed.match(GLOBAL_UNICAST) ? 'public' : 'special';
}

/** `::127.0.0.1` as `::7f00:1`, zone left out: the address parser would take the first for IPv4, and a socket does not. */
function hexadecimal(address: string): string {
  const [bare = address] = address.split('%');
  return new URL(`http://[${bare}]`).hostname.slice(1, -1);
}
