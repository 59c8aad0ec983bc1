import {
  type Audited,
  domainRun,
  ENABLE_CLOUD_SOFTPHONE,
  engineKey,
  type LetterKind,
  type Person,
  type ReminderFor,
  type RunKey,
  SYNCHRONIZE_MESSAGING,
  WRITE_TO_ACROBITS,
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
    note,
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
    /** A reminder, once for each key. */
    async remind(id: string, key: string, text: string, whom: ReminderFor, at: Date): Promise<boolean> {
      const made = await trx
        .insertInto('reminders')
        .values({ key, enablement: id, text, whom, made_at: at })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return made.numInsertedOrUpdatedRows === 1n;
    },
    startBase: (id: string) =>
      dispatch({ kind: 'start', workflow: ENABLE_CLOUD_SOFTPHONE, key: id, input: JSON.stringify({ enablement: id }) }),
    startDomain,
    /**
     * A new password came for a synchronized domain, or one that was skipped is wanted again: by whom, and its next round is started,
     * unless its environment is not enabled yet.
     */
    async beginAgain(id: string, domain: string, by: Person, enabled = true): Promise<void> {
      await trx
        .updateTable('domains')
        .set((eb) => ({ status: 'wanted', outcome: null, plan: null, wanted_by: by, round: eb('round', '+', 1) }))
        .where('enablement', '=', id)
        .where('domain', '=', domain)
        .execute();
      await trx.deleteFrom('steps').where('run', '=', domainRun(id, domain)).execute();
      await trx.deleteFrom('approvals').where('run', '=', domainRun(id, domain)).execute();
      if (enabled) await startDomain(id, domain);
    },
    /** Somebody ordered a letter. */
    startLetter: (id: string, kind: LetterKind, number: number) =>
      dispatch({
        kind: 'start',
        workflow: WRITE_TO_ACROBITS,
        key: `${id}/${kind}/${number}`,
        input: JSON.stringify({ enablement: id, kind, number }),
      }),
    /** Wakes whatever waits for approvers: the run, and letters that have not left. */
    async wakeApproved(run: RunKey): Promise<void> {
      const [id = '', domain] = run.split('/');
      await this.wake(id, domain);
      if (domain === undefined) await this.nudgeLetters(id);
    },
    async nudgeLetters(id: string): Promise<void> {
      const waiting = trx
        .selectFrom('letters')
        .select(['kind', 'number'])
        .where('enablement', '=', id)
        .where('sent_at', 'is', null);
      for (const { kind, number } of await waiting.execute())
        await dispatch({ kind: 'nudge', workflow: WRITE_TO_ACROBITS, key: `${id}/${kind}/${number}`, input: null });
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
        .where('domains.status', '<>', 'cancelled')
        .$if(domain !== undefined, (query) => query.where('domains.domain', '=', domain ?? ''))
        .execute();
      for (const row of running) await this.nudge(domainRun(id, row.domain));
    },
  };
}
