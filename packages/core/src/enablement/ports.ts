import type { Approvals } from '../ports/approvals.ts';
import type { Audit, AuditPages } from '../ports/audit.ts';
import type { Clock } from '../ports/clock.ts';
import type { Correspondence } from '../ports/correspondence.ts';
import type { Inspection } from '../ports/inspection.ts';
import type { Links } from '../ports/links.ts';
import type { Mail } from '../ports/mail.ts';
import type { Messaging } from '../ports/messaging.ts';
import type { Network } from '../ports/network.ts';
import type { People } from '../ports/people.ts';
import type { Platform } from '../ports/platform.ts';
import type { Probes } from '../ports/probes.ts';
import type { Register } from '../ports/register.ts';
import type { Timer } from '../ports/timer.ts';
import type { Vault } from '../ports/vault.ts';
import type { ApprovalPolicy } from './approval.ts';
import type { ReminderRules } from './reminding.ts';

/** Everything enablement asks of the world; each function picks what it needs. */
export interface Ports {
  readonly audit: Audit;
  readonly auditPages: AuditPages;
  readonly register: Register;
  readonly approvals: Approvals;
  readonly correspondence: Correspondence;
  readonly links: Links;
  readonly vault: Vault;
  readonly platform: Platform;
  readonly inspection: Inspection;
  readonly probes: Probes;
  readonly timer: Timer;
  readonly messaging: Messaging;
  readonly mail: Mail;
  readonly network: Network;
  readonly people: People;
  readonly clock: Clock;
  readonly settings: Settings;
  readonly policy: Policy;
}

export interface Settings {
  /** Where people reach our pages, `https://host[:port]` without a slash at the end. */
  readonly publicUrl: string;
  /** Acrobits' address for new environments: contact@acrobits.cz. */
  readonly acrobitsContact: string;
  /** Development only: vendor hosts may be loopback or private. */
  readonly allowPrivateHosts: boolean;
}

/** What a deployment decides about its people. */
export interface Policy {
  readonly approval: ApprovalPolicy;
  readonly reminders: ReminderRules;
}
