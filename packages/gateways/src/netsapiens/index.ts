import type { Clock, Platform } from '@enablement/core';
import type { Fetch } from '../net/index.ts';
import { createApi } from './api.ts';
import { askPortal } from './portal.ts';
import { prove } from './prove.ts';
import { createSessions } from './session.ts';
import { seeSubscriptions } from './subscriptions.ts';

export interface PlatformOptions {
  /** The guarded one of `createNet`: portal URLs are typed by people. */
  readonly fetch: Fetch;
  readonly clock: Clock;
}

/** NetSapiens API v2, 44.x and 45. Throws core's `Refused` and `Unreachable` only; no secret stands in either. */
export function createPlatform(options: PlatformOptions): Platform {
  const open = createSessions(options.clock);
  return {
    portal: async (portalUrl) => await askPortal(createApi(portalUrl, options)),
    // Always a new log-in: an old token would prove nothing about the password.
    prove: async (access, manager) => await prove(createApi(access.portalUrl, options), access, manager),
    subscriptions: async (access, manager, messagingHost) => {
      const api = createApi(access.portalUrl, options);
      return await seeSubscriptions(api, open(api, access, manager), manager.domain, messagingHost);
    },
  };
}
