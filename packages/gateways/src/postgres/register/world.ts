import {
  type Approvals,
  type Audit,
  type Clock,
  type Correspondence,
  type Dispatches,
  type EnablementRequest,
  type Links,
  minutes,
  type Register,
  type Vault,
} from '@enablement/core';
import { beforeEach } from 'vitest';

export interface RegisterWorld {
  readonly register: Register;
  readonly links: Links;
  readonly vault: Vault;
  readonly dispatches: Dispatches;
  readonly approvals: Approvals;
  readonly correspondence: Correspondence;
  readonly audit: Audit;
  /** Moves the clock that register and links read. */
  advance(ms: number): void;
  readonly clock: Clock;
}

export const ANSWER = { cloudId: 'NSACME', messagingHost: 'api-us.messaging.acrobits.example' };

export const request = (change: Partial<EnablementRequest> = {}): EnablementRequest => ({
  cspCompany: 'Northwind Telecom',
  contactName: 'Alex Example',
  contactEmail: 'ops@northwind.example',
  contactPhone: undefined,
  portalUrl: 'https://portal.northwind.example',
  coreHost: 'core1.northwind.example',
  clientId: 'acrobits-softphone',
  domains: ['acme.example', 'globex.example'],
  ...change,
});

/** What the suites have in common: a fresh world before each test, and a person who asks. */
export function inEach(make: () => Promise<RegisterWorld>) {
  let current: RegisterWorld;
  beforeEach(async () => {
    current = await make();
  });
  const world = () => current;
  const expires = () => new Date(world().clock.now().getTime() + minutes(15));
  return {
    world,
    expires,
    ask: async (change: Partial<EnablementRequest> = {}, form = 'V1') =>
      (await world().register.request(request(change), 'U0OLIVIA', 'C0OPS', form)).id,
    pending: async () => (await world().dispatches.pending()).map(({ kind, key }) => `${kind} ${key}`),
    settleAll: async () => {
      for (const { id } of await world().dispatches.pending()) await world().dispatches.settle(id);
    },
    link: (id: string, domain?: string) =>
      world().links.issue({
        enablement: id,
        domain,
        field: domain === undefined ? 'client secret' : 'Office Manager password',
        person: 'U0OLIVIA',
        expires: expires(),
      }),
  };
}
