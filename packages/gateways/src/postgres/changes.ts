import {
  type Audited,
  domainRun,
  ENABLE_CLOUD_SOFTPHONE,
  engineKey,
  type Person,
  type RunKey,
  SYNCHRONIZE_MESSAGING,
} from '@enablement/core';
import { sql, type Transaction } from 'kysely';
import type { Note } from './audit/append.ts';
import type { Tables } from './tables.ts';

/** Channels of `pg_notify`: a card has something new to show; the engine has something to do. */
export const ENABLEMENT_CHANGED = 'enablement_changed';
export const DISPATCH_MADE = 'dispatch_made';

/** What several of the register's transactions do alike. */
export function changes(trx: Transaction<Tables>, note: Note) {
  const dispatch = async (values: { kind: 'start' | 'nudge'; workflow: string; key: string; input: string | null }) => {
    await trx.insertInto('dispatches').values(values).execute();
    await sql`select pg_notify(${DISPATCH_MADE}, '')`.execute(trx);
  };
  const inEngine = async (run: RunKey): Promise<string> => {
    const [id = '', domain] = run.split('/');
    if (domain === undefined) return run;
    const row = await trx
      .selectFrom('domains')
      .select('round')
      .where('enablement', '=', id)
      .where('domain', '=', domain)
      .executeTakeFirst();
    return engineKey(run, row?.round ?? 1);
  };
  const startDomain = async (id: string, domain: string) =>
    dispatch({
      kind: 'start',
      workflow: SYNCHRONIZE_MESSAGING,
      key: await inEngine(domainRun(id, domain)),
      input: JSON.stringify({ enablement: id, domain }),
    });
  return {
    dispatch,
    /** The enablement looks different now, because of what is audited, if anything. */
    async touch(id: string, ...audited: readonly Audited[]): Promise<void> {
      await trx
        .updateTable('enablements')
        .set((eb) => ({ version: eb('version', '+', 1) }))
        .where('id', '=', id)
        .execute();
      note(...audited);
      await sql`select pg_notify(${ENABLEMENT_CHANGED}, ${id})`.execute(trx);
    },
    startBase: (id: string) =>
      dispatch({ kind: 'start', workflow: ENABLE_CLOUD_SOFTPHONE, key: id, input: JSON.stringify({ enablement: id }) }),
    startDomain,
    /** A new password came for a synchronized domain: it is wanted again, by who entered it, and its next round is started. */
    async beginAgain(id: string, domain: string, by: Person): Promise<void> {
      await trx
        .updateTable('domains')
        .set((eb) => ({ status: 'wanted', outcome: null, wanted_by: by, round: eb('round', '+', 1) }))
        .where('enablement', '=', id)
        .where('domain', '=', domain)
        .execute();
      await trx.deleteFrom('steps').where('run', '=', domainRun(id, domain)).execute();
      await startDomain(id, domain);
    },
    nudge: async (run: RunKey) =>
      dispatch({
        kind: 'nudge',
        workflow: run.includes('/') ? SYNCHRONIZE_MESSAGING : ENABLE_CLOUD_SOFTPHONE,
        key: await inEngine(run),
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
