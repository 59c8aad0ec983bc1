import { type Clock, domainRun, ENABLE_CLOUD_SOFTPHONE, type Person, type RunKey, SYNCHRONIZE_MESSAGING } from '@enablement/core';
import { sql, type Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** Channels of `pg_notify`: a card has something new to show; the engine has something to do. */
export const ENABLEMENT_CHANGED = 'enablement_changed';
export const DISPATCH_MADE = 'dispatch_made';

/** What several of the register's transactions do alike. */
export function changes(trx: Transaction<Tables>, clock: Clock) {
  const dispatch = async (values: { kind: 'start' | 'nudge'; workflow: string; key: string; input: string | null }) => {
    await trx.insertInto('dispatches').values(values).execute();
    await sql`select pg_notify(${DISPATCH_MADE}, '')`.execute(trx);
  };
  return {
    /** The enablement looks different now; with `by`, somebody did it and it is audited. */
    async touch(id: string, audited?: { readonly by: Person; readonly what: string }): Promise<void> {
      await trx
        .updateTable('enablements')
        .set((eb) => ({ version: eb('version', '+', 1) }))
        .where('id', '=', id)
        .execute();
      if (audited)
        await trx
          .insertInto('audit')
          .values({ at: clock.now(), enablement: id, ...audited })
          .execute();
      await sql`select pg_notify(${ENABLEMENT_CHANGED}, ${id})`.execute(trx);
    },
    startBase: (id: string) =>
      dispatch({ kind: 'start', workflow: ENABLE_CLOUD_SOFTPHONE, key: id, input: JSON.stringify({ enablement: id }) }),
    startDomain: (id: string, domain: string) =>
      dispatch({
        kind: 'start',
        workflow: SYNCHRONIZE_MESSAGING,
        key: domainRun(id, domain),
        input: JSON.stringify({ enablement: id, domain }),
      }),
    nudge: (run: RunKey) =>
      dispatch({
        kind: 'nudge',
        workflow: run.includes('/') ? SYNCHRONIZE_MESSAGING : ENABLE_CLOUD_SOFTPHONE,
        key: run,
        input: null,
      }),
    /** Wakes what waits for a value of the environment (its base run and every domain's), or of one domain. */
    async wake(id: string, domain?: string): Promise<void> {
      if (domain === undefined) await this.nudge(id);
      // A domain's run exists once the environment is enabled; before that it will look by itself when it starts.
      const running = await trx
        .selectFrom('domains')
        .innerJoin('enablements', 'enablements.id', 'domains.enablement')
        .select('domains.domain')
        .where('enablements.id', '=', id)
        .where('enablements.status', '=', 'enabled')
        .$if(domain !== undefined, (query) => query.where('domains.domain', '=', domain ?? ''))
        .execute();
      for (const row of running) await this.nudge(domainRun(id, row.domain));
    },
  };
}
