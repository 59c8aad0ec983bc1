import type { AuditFormat, AuditPage } from '../ports/audit.ts';
import type { Json } from '../ports/engine.ts';
import type { Acceptance, SecretLink } from '../ports/links.ts';
import type { Person } from '../ports/register.ts';
import { ownerKey } from '../secret-owner.ts';
import { actorOf, subjectOf } from './deeds.ts';
import type { Audited } from './entry.ts';

/** `page` names a one-time page without giving its address away. */
type OfPage = {
  readonly page: string;
  readonly link: Pick<SecretLink, 'owner' | 'field' | 'person' | 'expires' | 'renewal'>;
};

const ofPage = ({ page, link }: OfPage, details: Readonly<Record<string, Json>> = {}) => ({
  subject: subjectOf(ownerKey(link.owner)),
  details: { field: link.field, page, ...(link.renewal ? { renewal: true } : {}), ...details },
});

export const pageIssued = (of: OfPage): Audited => ({
  ...ofPage(of, { expires: of.link.expires.toISOString() }),
  actor: actorOf(of.link.person),
  action: 'page issued',
  outcome: 'done',
});

/** Recorded once a page: whoever has the address can open it as often as they like. */
export const pageOpened = (of: OfPage): Audited => ({
  ...ofPage(of),
  actor: { kind: 'link holder' },
  action: 'page opened',
  outcome: 'done',
  key: ['page opened', of.page],
});

/** What became of a secret that was submitted. Refusals for one reason are one entry a page, but each wrong code counts. */
export function secretSubmitted(of: OfPage, taken: Acceptance): Audited {
  if (taken.outcome === 'accepted')
    return {
      ...ofPage(of, { fingerprint: taken.fingerprint }),
      actor: actorOf(of.link.person),
      action: 'secret entered',
      outcome: 'done',
    };
  const left = taken.outcome === 'wrong code' ? { left: taken.left } : {};
  return {
    ...ofPage(of, { why: taken.outcome, ...left }),
    actor: { kind: 'link holder' },
    action: 'secret entered',
    outcome: 'refused',
    key: ['secret refused', of.page, taken.outcome, { ...left }],
  };
}

const byAcrobits = (id: string, action: string): Audited => ({
  actor: actorOf('Acrobits'),
  action,
  subject: { enablement: id },
  outcome: 'done',
});

/** Recorded once: it stays open for a month, and is opened often. */
export const handOffOpened = (id: string): Audited => ({
  ...byAcrobits(id, 'Acrobits’ page opened'),
  key: ['hand-off opened', id],
});

export const secretRevealed = (id: string): Audited => byAcrobits(id, 'client secret revealed');

/** Somebody wanted to see the secret a second time; one entry for each time that it was shown. */
export const revealRefused = (id: string, revealedAt: Date): Audited => ({
  ...byAcrobits(id, 'client secret revealed'),
  outcome: 'refused',
  details: { why: 'already revealed', revealedAt: revealedAt.toISOString() },
  key: ['reveal refused', id, revealedAt.toISOString()],
});

export const reopened = (id: string, by: Person): Audited => ({
  actor: actorOf(by),
  action: 'Acrobits’ page reopened',
  subject: { enablement: id },
  outcome: 'done',
});

type OfAuditPage = Pick<AuditPage, 'person' | 'enablements' | 'about' | 'expires'> & { readonly page: string };

const ofAuditPage = ({ page, about, enablements }: OfAuditPage) => ({
  subject: enablements?.length === 1 ? { enablement: enablements[0] } : {},
  details: { page, about, ...(enablements === undefined ? {} : { runs: enablements.length }) },
});

export function auditPageIssued(of: OfAuditPage): Audited {
  const { subject, details } = ofAuditPage(of);
  return {
    actor: actorOf(of.person),
    action: 'audit page issued',
    subject,
    outcome: 'done',
    details: { ...details, expires: of.expires.toISOString() },
  };
}

export function auditDownloaded(of: OfAuditPage, format: AuditFormat): Audited {
  const { subject, details } = ofAuditPage(of);
  return { actor: actorOf(of.person), action: 'audit downloaded', subject, outcome: 'done', details: { ...details, format } };
}

export function auditPageRefused(
  of: OfAuditPage,
  { outcome, ...left }: { readonly outcome: string; readonly left?: number },
): Audited {
  const { subject, details } = ofAuditPage(of);
  return {
    actor: { kind: 'link holder' },
    action: 'audit downloaded',
    subject,
    outcome: 'refused',
    details: { ...details, why: outcome, ...left },
    key: ['audit refused', of.page, outcome, { ...left }],
  };
}
