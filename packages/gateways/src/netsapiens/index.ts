import type { Platform } from '@enablement/core';
import { callsTo, createClients, type NetsapiensOptions } from './client.ts';
import { askPortal } from './portal.ts';
import { accountOf, prove } from './prove.ts';
import { seeSubscriptions } from './subscriptions.ts';

export type { CallPeriod } from './cdrs.ts';
export { type Credential, createClients, type NetsapiensClient, type NetsapiensOptions, type Opening } from './client.ts';
export { createInspection } from './inspection.ts';
export type { Reader } from './reader.ts';
export { Blocked, NoSuchRoute } from './refusals.ts';
export type { Created, Seeing, Writer } from './writer.ts';

/** NetSapiens as enablement needs it. Throws core's `Refused` and `Unreachable` only; no secret stands in either. */
export function createPlatform(options: NetsapiensOptions): Platform {
  const open = createClients(options);
  return {
    portal: async (portalUrl) => await askPortal(callsTo(portalUrl, options)),
    prove: async (access, manager) => await prove(callsTo(access.portalUrl, options), access, manager),
    subscriptions: async ({ portalUrl, ...client }, manager, messagingHost) => {
      const reader = open({ portalUrl, credential: { client, account: accountOf(manager) } });
      return await seeSubscriptions(reader, manager.domain, { messagingHost, clock: options.clock });
    },
  };
}
