import { createHash } from 'node:crypto';
import type { CustomerPlatform } from '@enablement/core';
import { createNet } from '@enablement/gateways/net';
import { createCustomerPlatform } from '@enablement/gateways/netsapiens/customers';

/** The platform as this program reaches it, and what it hashes with. */
export function customersOf(): {
  readonly ports: { readonly customers: CustomerPlatform; readonly hash: (text: string) => string };
  close(): Promise<void>;
} {
  const allowPrivateHosts = process.env.ALLOW_PRIVATE_HOSTS === '1' && process.env.NODE_ENV !== 'production';
  const net = createNet({ allowPrivateHosts });
  return {
    ports: {
      customers: createCustomerPlatform({ fetch: net.fetch, clock: { now: () => new Date() } }),
      hash: (text) => createHash('sha256').update(text).digest('hex'),
    },
    close: async () => void (await net.close()),
  };
}
