import { type RoleBook, Secret } from '@enablement/core';
import { createMemoryWorld, type MemoryWorld } from '@enablement/core/testing';
import type { Desk } from '../desk.ts';

export const COMMAND = '/enable-acrobits';
export const BOOK: RoleBook = { viewer: [], operator: [{ person: 'U1' }], approver: [], admin: [] };

/** What commands work with, on a world in memory in which no card was posted. */
export function createDesk(): Desk & Pick<MemoryWorld, 'register'> & { readonly world: MemoryWorld } {
  const world = createMemoryWorld();
  return {
    ...world,
    world,
    firewall: {
      allowlist: { source: 'https://doc.acrobits.example/allowlist', readAt: undefined, groups: [] },
      probes: world.probes,
      memory: { last: async () => undefined, keep: async () => undefined },
      clock: world.clock,
    },
    board: { where: async () => undefined },
    presses: { first: async () => true },
    runPages: { issue: () => ({ token: new Secret('signed'), expires: new Date('2026-03-05T09:00:00Z') }) },
    book: BOOK,
    customers: {
      portals: [],
      ask: async (_plan, key) => key,
      discard: async () => true,
      say: async () => ({ outcome: 'not asked' }),
      apply: async () => ({ outcome: 'settled' }),
    },
    commands: { enableAcrobits: COMMAND, provisionDomain: '/provision-domain' },
  };
}

let forms = 0;

/** A run asked for by `U1`; its id. */
export async function ask(here: Desk, cspCompany: string, host: string, domains: readonly string[] = []): Promise<string> {
  const request = {
    cspCompany,
    contactName: 'Alex Example',
    contactEmail: 'ops@northwind.example',
    contactPhone: undefined,
    portalUrl: `https://${host}`,
    coreHost: 'core1.northwind.example',
    clientId: 'acrobits-softphone',
    domains: [...domains],
  };
  return (await here.register.request(request, 'U1', 'C1', `V${++forms}`)).id;
}
