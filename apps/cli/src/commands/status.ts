import { createCustomerRuns, hasAudit } from '@enablement/gateways/postgres';
import { withDatabase } from '../database.ts';
import { runLine, showRun } from '../show/run-lines.ts';

const MOST = 20;

/** The last runs, or one of them whole. 1 when there is no such run. */
export async function status({ run: id, json }: { readonly run?: string | undefined; readonly json: boolean }): Promise<0 | 1> {
  return await withDatabase(async (db) => {
    if (!(await hasAudit(db)))
      throw new Error('Nothing was ever applied with this database. Start with: enablement plan <file>.');
    const runs = createCustomerRuns({ db, clock: { now: () => new Date() } });
    if (id !== undefined) {
      const run = await runs.get(id);
      if (run === undefined) {
        console.error(`There is no run ${id}. Without a name, status lists the last ${MOST}.`);
        return 1;
      }
      for (const line of showRun(run, await runs.actions(id, ['failed', 'skipped']), json)) console.log(line);
      return 0;
    }
    const all = await runs.list(MOST);
    if (json) console.log(JSON.stringify(all.map(({ file, ...run }) => ({ ...run, domain: file.domain }))));
    else for (const line of all.map(runLine)) console.log(line);
    if (all.length === 0 && !json) console.log('Nothing was applied yet. Start with: enablement plan <file>.');
    return 0;
  });
}
