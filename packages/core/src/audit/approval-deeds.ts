import type { Approval, Ballot, Said } from '../enablement/approval.ts';
import type { Draft } from '../enablement/letters.ts';
import { WRITE_TO_ACROBITS } from '../enablement/names.ts';
import type { RunKey } from '../enablement/state.ts';
import type { Person } from '../ports/register.ts';
import { actorOf, subjectOf, workflowOf } from './deeds.ts';
import type { Audited } from './entry.ts';

export const approvalAsked = (run: RunKey, { fingerprint, needed, until }: Approval): Audited => ({
  actor: workflowOf(run),
  action: 'approval asked for',
  subject: subjectOf(run),
  outcome: 'done',
  details: { of: fingerprint, needed, until: until.toISOString() },
});

const ACTION = { yes: 'approved', no: 'rejected', 'break the glass': 'GLASS BROKEN: sent without approval' } as const;

/** What somebody said of it, also when it did not count. */
export function said(run: RunKey, fingerprint: string, said: Said, { outcome, ...more }: Ballot): Audited {
  const counts = outcome === 'approved' || outcome === 'rejected' || outcome === 'counted';
  return {
    actor: actorOf(said.by),
    action: ACTION[said.says],
    subject: subjectOf(run),
    outcome: counts ? 'done' : 'refused',
    details: {
      of: fingerprint,
      ...(counts ? {} : { why: outcome }),
      ...('reason' in said ? { reason: said.reason } : {}),
      ...more,
    },
  };
}

export const voteDiscounted = (run: RunKey, person: Person, fingerprint: string, why: string): Audited => ({
  actor: workflowOf(run),
  action: 'approval does not count',
  subject: subjectOf(run),
  outcome: 'done',
  details: { of: fingerprint, person, why },
});

export const askedAgain = (run: RunKey, by: Person, fingerprint: string): Audited => ({
  actor: actorOf(by),
  action: 'approval asked for again',
  subject: subjectOf(run),
  outcome: 'done',
  details: { of: fingerprint },
});

type OfLetter = Pick<Draft, 'kind' | 'number'>;

export const letterOrdered = (id: string, { kind, number }: OfLetter, by: Person): Audited => ({
  actor: actorOf(by),
  action: 'letter to Acrobits ordered',
  subject: { enablement: id },
  outcome: 'done',
  details: { kind, number },
});

export const letterSent = (id: string, { kind, number }: OfLetter): Audited => ({
  actor: { kind: 'workflow', id: WRITE_TO_ACROBITS },
  action: 'letter to Acrobits sent',
  subject: { enablement: id },
  outcome: 'done',
  details: { kind, number },
  key: ['letter sent', id, kind, number],
});

export const letterHeld = (id: string, { kind, number }: OfLetter, why: string): Audited => ({
  actor: { kind: 'workflow', id: WRITE_TO_ACROBITS },
  action: 'letter to Acrobits sent',
  subject: { enablement: id },
  outcome: 'failed',
  details: { kind, number, why },
  key: ['letter held', id, kind, number, why],
});
