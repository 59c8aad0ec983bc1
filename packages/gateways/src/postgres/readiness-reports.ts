import type { Finding, Report } from '@enablement/core';
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

type Source = Kysely<Tables> | Transaction<Tables>;

/** A report as JSON holds it: times are text. */
export interface StoredReport {
  readonly kind: Report['kind'];
  readonly name: string;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly findings: readonly (Omit<Finding, 'at'> & { readonly at: string })[];
}

/** Keeps the last report of a subject. */
export async function keepReport(db: Source, subject: string, report: Report): Promise<void> {
  const row = { report: JSON.stringify(report), made_at: report.endedAt };
  await db
    .insertInto('readiness_reports')
    .values({ subject, ...row })
    .onConflict((conflict) => conflict.column('subject').doUpdateSet(row))
    .execute();
}

export async function lastReport(db: Source, subject: string): Promise<Report | undefined> {
  const row = await db.selectFrom('readiness_reports').select('report').where('subject', '=', subject).executeTakeFirst();
  return row && toReport(row.report);
}

export function toReport({ kind, name, startedAt, endedAt, findings }: StoredReport): Report {
  return {
    kind,
    name,
    startedAt: new Date(startedAt),
    endedAt: new Date(endedAt),
    findings: findings.map((finding) => ({ ...finding, at: new Date(finding.at) })),
  };
}
