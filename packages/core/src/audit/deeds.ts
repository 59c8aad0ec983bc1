import { ENABLE_CLOUD_SOFTPHONE, SYNCHRONIZE_MESSAGING } from '../enablement/names.ts';
import type { Answer, EnablementRequest, Prerequisites } from '../enablement/request.ts';
import type { DomainState, RunKey } from '../enablement/state.ts';
import type { StepName } from '../enablement/steps.ts';
import type { Json } from '../ports/engine.ts';
import type { Person, StepNote } from '../ports/register.ts';
import type { SecretPlace } from '../ports/vault.ts';
import type { Actor, Audited, Subject } from './entry.ts';

/** A person's Slack user id, or `Acrobits`. */
export const actorOf = (by: Person): Actor => (by === 'Acrobits' ? { kind: 'Acrobits' } : { kind: 'person', id: by });

export function subjectOf(run: RunKey): Subject {
  const [enablement = run, domain] = run.split('/');
  return { enablement, ...(domain === undefined ? {} : { domain }) };
}

export const workflowOf = (run: RunKey): Actor => ({
  kind: 'workflow',
  id: run.includes('/') ? SYNCHRONIZE_MESSAGING : ENABLE_CLOUD_SOFTPHONE,
});

/** People's names, addresses and numbers stay out of the audit: it can never forget. */
const technical = ({ cspCompany, portalUrl, coreHost, clientId }: Prerequisites) => ({
  cspCompany,
  portalUrl,
  coreHost,
  clientId,
});

export const requested = (id: string, by: Person, request: EnablementRequest): Audited => ({
  actor: actorOf(by),
  action: 'enablement requested',
  subject: { enablement: id },
  outcome: 'done',
  details: { ...technical(request), domains: request.domains },
});

export function corrected(id: string, by: Person, before: Prerequisites, after: Prerequisites): Audited {
  const [was, is] = [technical(before), technical(after)];
  const names = (Object.keys(is) as (keyof typeof is)[]).filter((name) => was[name] !== is[name]);
  const contact = (['contactName', 'contactEmail', 'contactPhone'] as const).some((name) => before[name] !== after[name]);
  return {
    actor: actorOf(by),
    action: 'values corrected',
    subject: { enablement: id },
    outcome: 'done',
    details: {
      ...Object.fromEntries(names.map((name) => [name, { from: was[name], to: is[name] }])),
      ...(contact ? { contact: 'changed' } : {}),
    },
  };
}

export const cancelled = (id: string, by: Person): Audited => ({
  actor: actorOf(by),
  action: 'enablement cancelled',
  subject: { enablement: id },
  outcome: 'done',
});

export const takenOver = (id: string, by: Person): Audited => ({
  actor: actorOf(by),
  action: 'run taken over',
  subject: { enablement: id },
  outcome: 'done',
});

export const domainAdded = (id: string, domain: string, by: Person): Audited => ({
  actor: actorOf(by),
  action: 'domain added',
  subject: { enablement: id, domain },
  outcome: 'done',
});

export const domainSkipped = (id: string, domain: string, by: Person): Audited => ({
  actor: actorOf(by),
  action: 'domain skipped',
  subject: { enablement: id, domain },
  outcome: 'done',
});

export const answerCorrected = (id: string, by: Person, before: Answer | undefined, after: Answer): Audited => ({
  actor: actorOf(by),
  action: 'returned values corrected',
  subject: { enablement: id },
  outcome: 'done',
  details: { from: before === undefined ? null : { ...before }, to: { ...after } },
});

export const snoozed = (id: string, by: Person, until: Date): Audited => ({
  actor: actorOf(by),
  action: 'reminders snoozed',
  subject: { enablement: id },
  outcome: 'done',
  details: { until: until.toISOString() },
});

export const nudged = (run: RunKey, by: Person, why: string): Audited => ({
  actor: actorOf(by),
  action: 'run woken',
  subject: subjectOf(run),
  outcome: 'done',
  details: { why },
});

/**
 * An end of a step: `occasion` tells its tries apart, so that what a crash makes happen again is one entry unless it fails
 * otherwise. What a repeated step found meanwhile is no new deed; where its answer matters, the fact that it makes is audited.
 */
export function stepEnded(run: RunKey, step: StepName, { status, detail, todo, occasion }: StepNote): Audited | undefined {
  if (occasion === undefined || (status !== 'done' && status !== 'problem')) return undefined;
  return {
    actor: workflowOf(run),
    action: 'step ended',
    subject: subjectOf(run),
    outcome: status === 'done' ? 'done' : 'failed',
    details: { step, detail, todo },
    key: ['step ended', run, occasion, step, status, status === 'done' ? null : (detail ?? null)],
  };
}

export const reminded = (enablement: string, key: string, text: string): Audited => ({
  actor: workflowOf(key.replace(/\/[^/]*$/, '')),
  action: 'reminder made',
  subject: { enablement },
  outcome: 'done',
  details: { text },
});

export const answered = (id: string, answer: Answer, fingerprint: string): Audited => ({
  actor: actorOf('Acrobits'),
  action: 'values returned',
  subject: { enablement: id },
  outcome: 'done',
  details: { ...answer, apiKeyFingerprint: fingerprint },
});

export const enabled = (id: string, answer: Answer): Audited => ({
  actor: workflowOf(id),
  action: 'environment enabled',
  subject: { enablement: id },
  outcome: 'done',
  details: { ...answer },
});

const STATUS_OF = { created: 201, 'already existed': 200 } as const;

/** What has changed of a domain: Acrobits' answer to its provisioning, and its end. */
export function domainSettled(
  id: string,
  domain: string,
  before: Pick<DomainState, 'status' | 'outcome'>,
  change: Partial<Pick<DomainState, 'status' | 'outcome'>>,
): readonly Audited[] {
  const subject = { enablement: id, domain };
  const deed = (action: string, details: Json): Audited => ({
    actor: workflowOf(`${id}/${domain}`),
    action,
    subject,
    outcome: 'done',
    details,
  });
  const { status, outcome } = change;
  return [
    ...(outcome !== undefined && outcome !== before.outcome
      ? [deed('domain provisioned', { answer: outcome, status: STATUS_OF[outcome] })]
      : []),
    ...(status !== before.status && (status === 'synchronized' || status === 'cancelled') ? [deed(`domain ${status}`, {})] : []),
  ];
}

export const secretDestroyed = ({ owner, field }: SecretPlace, fingerprint: string): Audited => ({
  actor: workflowOf(owner),
  action: 'secret destroyed',
  subject: subjectOf(owner),
  outcome: 'done',
  details: { field, fingerprint },
});

/** Somebody wanted to do what they may not; nothing has changed. */
export const refused = (by: Person, what: string, why: string, subject: Subject = {}): Audited => ({
  actor: actorOf(by),
  action: what,
  subject,
  outcome: 'refused',
  details: { why },
});

/** A program of ours runs from here on. `settings` are what matters for reading the rest; no secret among them. */
export const programStarted = (program: string, settings: Readonly<Record<string, Json>>): Audited => ({
  actor: { kind: 'program', id: program },
  action: 'program started',
  subject: {},
  outcome: 'done',
  details: settings,
});
