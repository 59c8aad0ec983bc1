import { APPLY_CUSTOMER } from '../customer/names.ts';
import type { Ballot, Said } from '../enablement/approval.ts';
import type { CustomerOrder, CustomerRun } from '../ports/customer-runs.ts';
import type { Person } from '../ports/register.ts';
import { actorOf } from './deeds.ts';
import type { Audited } from './entry.ts';

/** The file itself stays out: names and addresses of people are in it, and the audit can never forget. */
const about = ({ portalUrl, fingerprint, allowDelete }: Pick<CustomerOrder, 'portalUrl' | 'fingerprint' | 'allowDelete'>) => ({
  portalUrl,
  plan: fingerprint.slice(0, 12),
  allowDelete,
});

export const customerBegun = (id: string, order: CustomerOrder): Audited => ({
  actor: actorOf(order.by),
  action: 'plan of a domain applied',
  subject: { domain: order.file.domain },
  outcome: 'done',
  details: about(order),
  key: { customerBegun: id },
});

export const customerBusy = (order: CustomerOrder, other: string): Audited => ({
  actor: actorOf(order.by),
  action: 'plan of a domain applied',
  subject: { domain: order.file.domain },
  outcome: 'refused',
  details: { ...about(order), why: 'another plan is being applied', other },
});

export const customerEnded = (run: CustomerRun, status: Exclude<CustomerRun['status'], 'applying'>): Audited => ({
  actor: { kind: 'workflow', id: APPLY_CUSTOMER },
  action: `plan of a domain ${status}`,
  subject: { domain: run.file.domain },
  outcome: status === 'applied' ? 'done' : 'failed',
  details: { ...about(run), done: run.counts.done, failed: run.counts.failed, skipped: run.counts.skipped },
  key: { customerEnded: run.id },
});

export const planAsked = (id: string, by: Person, portalUrl: string, domain: string | undefined): Audited => ({
  actor: actorOf(by),
  action: 'plan of a domain asked for',
  subject: domain === undefined ? {} : { domain },
  outcome: 'done',
  details: { portalUrl },
  key: { planAsked: id },
});

export const planDiscarded = (id: string, by: Person): Audited => ({
  actor: actorOf(by),
  action: 'plan of a domain discarded',
  subject: {},
  outcome: 'done',
  details: { plan: id },
});

export const planSaid = (id: string, fingerprint: string, said: Said, outcome: Ballot['outcome']): Audited => ({
  actor: actorOf(said.by),
  action: said.says === 'yes' ? 'plan of a domain approved' : 'plan of a domain rejected',
  subject: {},
  outcome: ['approved', 'rejected', 'counted'].includes(outcome) ? 'done' : 'refused',
  details: { plan: id, fingerprint: fingerprint.slice(0, 12), outcome, ...('reason' in said ? { reason: said.reason } : {}) },
});
