import type { AuditEntry } from '@enablement/core';
import { type Database, reaching } from './connect.ts';

/** What the page of a run reads beside the run itself. */
export interface RunReading {
  /** Grows with each change of the run; cheap, whatever the run holds. */
  version(enablement: string): Promise<number | undefined>;
  /** The last entries of its audit, oldest first. */
  lastEntries(enablement: string, most: number): Promise<readonly AuditEntry[]>;
}

export function createRunReading(db: Database): RunReading {
  return {
    version: (enablement) =>
      reaching(async () => {
        const row = await db.selectFrom('enablements').select('version').where('id', '=', enablement).executeTakeFirst();
        return row?.version;
      }),
    lastEntries: (enablement, most) =>
      reaching(async () => {
        const last = db
          .selectFrom('audit')
          .select('entry')
          .where('enablement', '=', enablement)
          .orderBy('seq', 'desc')
          .limit(most);
        return (await last.execute()).reverse().map(({ entry }) => entry);
      }),
  };
}
