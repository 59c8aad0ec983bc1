import type { Dispatches } from '@enablement/core';
import { type Database, reaching } from './connect.ts';

/** The outbox towards the engine. */
export function createDispatches(db: Database): Dispatches {
  return {
    pending: () =>
      reaching(async () => {
        const rows = await db.selectFrom('dispatches').selectAll().orderBy('id').limit(100).execute();
        return rows.map(({ id, kind, workflow, key, input }) =>
          kind === 'start' ? { id, kind, workflow, key, input: input ?? {} } : { id, kind, workflow, key },
        );
      }),
    settle: (id) =>
      reaching(async () => {
        await db.deleteFrom('dispatches').where('id', '=', id).execute();
      }),
  };
}
