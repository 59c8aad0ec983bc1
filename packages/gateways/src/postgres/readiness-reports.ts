import type { Finding, Report } from '@enablement/core';
import type { Kysely, Transaction } from 'kysely';
import { type Database, reaching } from './connect.ts';
import type { Tables } from './tables.ts';

type Source = Kysely<Tables> | Transaction<Tables>;

/** A report as JSON holds it: times are text. */
export interface StoredReport {
  readonly kind: Report['kind'];
  readonly name: string;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly findings: readonly StoredFinding[];
}

export type StoredFinding = Omit<Finding, 'at'> & { readonly at: string };

export const toFinding = (stored: StoredFinding): Finding => ({ ...stored, at: new Date(stored.at) });

/** Keeps the last report of a subject. */
export async function keepReport(db: Source, subject: string, report: Report): Promise<void> {
  const row = { report: JSON.stringify(report), made_at: report.endedAt };
  await db
    .insertInto('readiness_reports')
    .values({ subject, ...row })
    .onConflict((conflict) => conflict.column('subject').doUpdateSet(row))
    .execute();
}

/** The last report of each thing that is checked. */
export interface ReadinessReports {
  /** @param subject an enablement's id, or `xima/<id>` */
  last(subject: string): Promise<Report | undefined>;
  keep(subject: string, report: Report): Promise<void>;
}

export function createReadinessReports(db: Database): ReadinessReports {
  return {
    keep: (subject, report) => reaching(() => keepReport(db, subject, report)),
    last: (subject) =>
      reaching(async () => {
        const row = await db.selectFrom('readiness_reports').select('report').where('subject', '=', subject).executeTakeFirst();
        return row && toReport(row.report);
      }),
  };
}

export function toReport({ kind, name, startedAt, endedAt, findings }: StoredReport): Report {
  return {
    kind,
    name,
    startedAt: new Date(startedAt),
    endedAt: new Date(endedAt),
    findings: findings.map(toFinding),
  };
}
