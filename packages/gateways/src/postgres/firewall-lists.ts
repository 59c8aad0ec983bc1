import type { FirewallMemory } from '@enablement/core';
import { type Database, reaching } from './connect.ts';

/** The last list that was shown, one for everybody. */
export function createFirewallMemory(db: Database): FirewallMemory {
  return {
    last: () =>
      reaching(async () => {
        const row = await db.selectFrom('firewall_lists').selectAll().executeTakeFirst();
        return row && { madeAt: row.made_at, groups: row.groups };
      }),
    keep: ({ madeAt, groups }) =>
      reaching(async () => {
        const row = { made_at: madeAt, groups: JSON.stringify(groups) };
        await db
          .insertInto('firewall_lists')
          .values(row)
          .onConflict((conflict) => conflict.column('only_one').doUpdateSet(row))
          .execute();
      }),
  };
}
