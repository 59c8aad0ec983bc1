import { type Clock, days } from '@enablement/core';
import { type Database, reaching } from './connect.ts';

/** Workspaces learn: after so long they are asked again. */
const REMEMBERED = days(7);

/** Workspaces that refuse Slack's newer blocks, so that each is asked once a week and not for every card. */
export interface PlainWorkspaces {
  has(team: string): Promise<boolean>;
  add(team: string): Promise<void>;
}

export function createPlainWorkspaces({ db, clock }: { db: Database; clock: Clock }): PlainWorkspaces {
  return {
    has: (team) =>
      reaching(async () => {
        const row = await db
          .selectFrom('plain_workspaces')
          .select('team')
          .where('team', '=', team)
          .where('since', '>', new Date(clock.now().getTime() - REMEMBERED))
          .executeTakeFirst();
        return row !== undefined;
      }),
    add: (team) =>
      reaching(async () => {
        const since = clock.now();
        await db
          .insertInto('plain_workspaces')
          .values({ team, since })
          .onConflict((conflict) => conflict.column('team').doUpdateSet({ since }))
          .execute();
      }),
  };
}
