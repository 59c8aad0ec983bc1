import type { Clock } from '@enablement/core';
import { type Database, reaching } from './connect.ts';

export interface Press {
  readonly action: string;
  readonly value: string;
  readonly at: Date;
}

/** Buttons that were pressed and whose effect takes its time: they are gone at once, for everybody. */
export interface Presses {
  /** Notes it; false when somebody has pressed it after `since`, the moment from which it is a new question. */
  first(
    enablement: string,
    press: { readonly action: string; readonly value: string; readonly by: string },
    since: Date,
  ): Promise<boolean>;
  of(enablement: string): Promise<readonly Press[]>;
}

export function createPresses({ db, clock }: { db: Database; clock: Clock }): Presses {
  return {
    first: (enablement, { action, value, by }, since) =>
      reaching(async () => {
        const at = clock.now();
        const noted = await db
          .insertInto('presses')
          .values({ enablement, action, value, by, at })
          .onConflict((conflict) =>
            conflict.columns(['enablement', 'action', 'value']).doUpdateSet({ by, at }).where('presses.at', '<', since),
          )
          .returning('at')
          .executeTakeFirst();
        return noted !== undefined;
      }),
    of: (enablement) =>
      reaching(() => db.selectFrom('presses').select(['action', 'value', 'at']).where('enablement', '=', enablement).execute()),
  };
}
