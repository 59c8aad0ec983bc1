import { NO_APPROVAL } from '../enablement/approval.ts';
import type { Policy, Ports, Settings } from '../enablement/ports.ts';
import { USUAL_REMINDERS } from '../enablement/reminding.ts';
import type { Clock } from '../ports/clock.ts';
import type { Inspection } from '../ports/inspection.ts';
import type { Letter, Mail } from '../ports/mail.ts';
import type { Messaging } from '../ports/messaging.ts';
import type { Network } from '../ports/network.ts';
import type { People } from '../ports/people.ts';
import type { Platform } from '../ports/platform.ts';
import { createMemoryApprovals } from './memory-approvals.ts';
import { createMemoryAudit, type MemoryAudit } from './memory-audit.ts';
import { createMemoryAuditPages } from './memory-audit-pages.ts';
import { createMemoryCorrespondence } from './memory-correspondence.ts';
import { createMemoryLinks } from './memory-links.ts';
import { createMemoryInspection, createMemoryProbes } from './memory-probes.ts';
import { createMemoryRegister } from './memory-register.ts';
import type { MemoryRegister } from './memory-rows.ts';
import { createMemoryVault } from './memory-vault.ts';

/** Everything a workflow needs, in memory: rules are the real ones, time is given, and the vendors do as they are told. */
export interface MemoryWorld extends Ports {
  readonly register: MemoryRegister;
  readonly audit: MemoryAudit;
  readonly letters: readonly Letter[];
  /** The vendors' present behaviour; replace a member to make them fail. */
  readonly vendors: {
    platform: Platform;
    inspection: Inspection;
    messaging: Messaging;
    mail: Mail;
    network: Network;
    people: People;
  };
}

export function createMemoryWorld(
  options: { clock?: Clock; settings?: Partial<Settings>; policy?: Partial<Policy> } = {},
): MemoryWorld {
  const clock = options.clock ?? { now: () => new Date('2026-03-02T09:00:00Z') };
  const audit = createMemoryAudit({ clock });
  const vault = createMemoryVault(audit);
  const register = createMemoryRegister({ clock, vault, audit });
  const letters: Letter[] = [];
  const provisioned = new Set<string>();
  const vendors: MemoryWorld['vendors'] = {
    platform: {
      portal: async () => ({ answer: 'speaks v2', version: '44.4.10' }),
      prove: async () => ({ proved: true, scope: 'Office Manager' }),
      subscriptions: async () => ({ message: true, messagesession: true }),
    },
    inspection: createMemoryInspection(),
    messaging: {
      async provision({ domain }) {
        if (provisioned.has(domain)) return 'already existed';
        provisioned.add(domain);
        return 'created';
      },
    },
    mail: {
      // As large mailbox providers do: the same Message-ID is kept once.
      async send(letter) {
        if (!letters.some(({ id }) => id === letter.id)) letters.push(letter);
      },
    },
    network: { resolve: async () => ({ resolved: 'public', addresses: ['203.0.113.10'] }) },
    people: { standing: async () => ({ is: 'member', roles: ['operator'], unsure: false }) },
  };
  return {
    audit,
    auditPages: createMemoryAuditPages({ clock, audit }),
    register,
    vault,
    approvals: createMemoryApprovals({ clock, register, audit }),
    correspondence: createMemoryCorrespondence({ clock, register }),
    links: createMemoryLinks({ clock, vault, register, audit }),
    clock,
    letters,
    vendors,
    platform: {
      portal: (url) => vendors.platform.portal(url),
      prove: (access, manager) => vendors.platform.prove(access, manager),
      subscriptions: (access, manager, host) => vendors.platform.subscriptions(access, manager, host),
    },
    inspection: {
      client: (access) => vendors.inspection.client(access),
      logIn: (access, username, password) => vendors.inspection.logIn(access, username, password),
      key: (portalUrl, apiKey) => vendors.inspection.key(portalUrl, apiKey),
      open: (portalUrl, entry) => vendors.inspection.open(portalUrl, entry),
    },
    probes: createMemoryProbes({ resolve: (host) => vendors.network.resolve(host) }),
    timer: { after: () => () => {} },
    messaging: { provision: (credentials) => vendors.messaging.provision(credentials) },
    mail: { send: (letter) => vendors.mail.send(letter) },
    network: { resolve: (host) => vendors.network.resolve(host) },
    people: { standing: (person, team) => vendors.people.standing(person, team) },
    settings: {
      publicUrl: 'https://enablement.northwind.example',
      acrobitsContact: 'contact@acrobits.example',
      allowPrivateHosts: false,
      ...options.settings,
    },
    policy: { approval: NO_APPROVAL, reminders: USUAL_REMINDERS, ...options.policy },
  };
}
