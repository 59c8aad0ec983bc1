import type { Check, Owner, Severity, Status } from './check.ts';

/** What became of one check. Holds no secret. */
export interface Finding {
  /** `NSACME`, or `NSACME/acme.example` for what belongs to one domain. */
  readonly target: string;
  /** The id of the check. */
  readonly check: Check<never>['id'];
  readonly title: string;
  readonly severity: Severity;
  readonly owner: Owner;
  readonly status: Status;
  readonly expected: string;
  readonly seen: string;
  /** What to do; empty when it passed. */
  readonly fix: string;
  readonly at: Date;
}

export interface Report {
  readonly kind: 'acrobits' | 'xima';
  /** What people call it: a cloudId, or a domain. */
  readonly name: string;
  readonly startedAt: Date;
  readonly endedAt: Date;
  /** In the order of the checks. */
  readonly findings: readonly Finding[];
}

export type Tally = Readonly<Record<Status, number>>;

export function tallyOf(findings: readonly Pick<Finding, 'status'>[]): Tally {
  const count = (status: Status) => findings.filter((finding) => finding.status === status).length;
  return { passed: count('passed'), failed: count('failed'), unknown: count('unknown') };
}

const RANK: Readonly<Record<Status, number>> = { failed: 0, unknown: 1, passed: 2 };

/** What failed first, blocking before warning; otherwise in the order of the checks. */
export const worstFirst = (findings: readonly Finding[]): readonly Finding[] =>
  findings.toSorted(
    (a, b) => RANK[a.status] - RANK[b.status] || Number(a.severity === 'warning') - Number(b.severity === 'warning'),
  );
