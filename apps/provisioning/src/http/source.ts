import type { Request } from 'express';
import ipaddr from 'ipaddr.js';

/**
 * Whom a request is counted for: the IPv4 address, or the IPv6 network of 64 bits that one household or office has to itself.
 * Behind proxies of ours Express finds the address (`trust proxy`).
 */
export function addressOf(req: Request): string {
  const ip = req.ip ?? '';
  if (!ip.includes(':')) return ip;
  if (!ipaddr.isValid(ip)) return ip;
  const parsed = ipaddr.process(ip);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  return `${parsed.toNormalizedString().split(':').slice(0, 4).join(':')}::/64`;
}
