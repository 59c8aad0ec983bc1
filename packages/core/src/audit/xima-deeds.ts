import type { Person } from '../ports/register.ts';
import { type Report, tallyOf } from '../readiness/report.ts';
import type { XimaValues } from '../xima/request.ts';
import { CHECK_FOR_XIMA } from '../xima/state.ts';
import { actorOf } from './deeds.ts';
import type { Audited } from './entry.ts';

const by = (person: Person, id: string, action: string, details?: Audited['details']): Audited => ({
  actor: actorOf(person),
  action,
  subject: { xima: id },
  outcome: 'done',
  ...(details === undefined ? {} : { details }),
});

export const requested = (id: string, person: Person, values: XimaValues): Audited =>
  by(person, id, 'check for Xima requested', { ...values });

export function corrected(id: string, person: Person, before: XimaValues, after: XimaValues): Audited {
  const names = (Object.keys(after) as (keyof XimaValues)[]).filter((name) => before[name] !== after[name]);
  const changed = names.map((name) => [name, { from: before[name], to: after[name] }]);
  return by(person, id, 'values for Xima corrected', Object.fromEntries(changed));
}

export const madeAgain = (id: string, person: Person): Audited => by(person, id, 'check for Xima made again');

export const closed = (id: string, person: Person): Audited => by(person, id, 'check for Xima closed');

export const reported = (id: string, round: number, { findings }: Report): Audited => ({
  actor: { kind: 'workflow', id: CHECK_FOR_XIMA },
  action: 'checked for Xima',
  subject: { xima: id },
  outcome: findings.some(({ status }) => status === 'failed') ? 'failed' : 'done',
  details: { ...tallyOf(findings), failing: findings.filter(({ status }) => status === 'failed').map(({ check }) => check) },
  key: ['checked for Xima', id, round],
});

export const pageGiven = (id: string, person: Person, expires: Date): Audited =>
  by(person, id, 'page for Xima given', { expires: expires.toISOString() });

const byHolder = (id: string, action: string): Audited => ({
  actor: { kind: 'link holder' },
  action,
  subject: { xima: id },
  outcome: 'done',
});

/** Recorded once a page. `page` names it without giving its address away. */
export const pageOpened = (id: string, page: string): Audited => ({
  ...byHolder(id, 'page for Xima opened'),
  key: ['page for Xima opened', page],
});

export const secretsRevealed = (id: string): Audited => byHolder(id, 'secrets for Xima revealed');

/** Refusals for one reason are one entry a page, but each wrong code counts. */
export const revealRefused = (
  id: string,
  page: string,
  { outcome, ...left }: { readonly outcome: string; readonly left?: number },
): Audited => ({
  ...byHolder(id, 'secrets for Xima revealed'),
  outcome: 'refused',
  details: { why: outcome, ...left },
  key: ['reveal for Xima refused', page, outcome, { ...left }],
});
