import { type Answer, deeds, domainRun, type Prerequisites, type Register } from '@enablement/core';
import type { Transaction } from 'kysely';
import type { SealingVault } from '../vault/index.ts';
import type { changes } from './changes.ts';
import { hasCode } from './embedded/keep-once.ts';
import { oneOf } from './one-of.ts';
import { toPrerequisites } from './read-enablements.ts';
import type { Tables } from './tables.ts';

/** One transaction of the register. */
export type Within = <T>(act: (trx: Transaction<Tables>, change: ReturnType<typeof changes>) => Promise<T>) => Promise<T>;

/** What people change about a run that exists. */
export function amending(
  within: Within,
  vault: SealingVault,
): Pick<Register, 'correct' | 'correctAnswer' | 'cancel' | 'takeOver' | 'want' | 'skip' | 'snooze'> {
  return {
    correct: (id, prerequisites, by) =>
      unlessTaken(() =>
        within(async (trx, change) => {
          const row = await trx.selectFrom('enablements').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
          if (row === undefined || row.status === 'cancelled') return 'too late';
          await trx
            .updateTable('enablements')
            .set({ ...columns(prerequisites), values_by: by })
            .where('id', '=', id)
            .execute();
          await change.wake(id);
          await change.touch(id, deeds.corrected(id, by, toPrerequisites(row), prerequisites));
          return 'corrected';
        }),
      ),

    correctAnswer: (id, answer, by) =>
      within(async (trx, change) => {
        const row = await trx.selectFrom('enablements').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
        if (row === undefined || row.status === 'cancelled' || row.answered_cloud_id === null) return 'too late';
        const holder = await trx
          .selectFrom('enablements')
          .select('id')
          .where('cloud_id', '=', answer.cloudId)
          .where('id', '<>', id)
          .where('status', '<>', 'cancelled')
          .executeTakeFirst();
        if (holder !== undefined) return 'taken';
        const stored = row.status === 'enabled' ? { cloud_id: answer.cloudId, messaging_host: answer.messagingHost } : {};
        await trx
          .updateTable('enablements')
          .set({ answered_cloud_id: answer.cloudId, answered_messaging_host: answer.messagingHost, ...stored })
          .where('id', '=', id)
          .execute();
        const before: Answer | undefined = row.answered_messaging_host
          ? { cloudId: row.answered_cloud_id, messagingHost: row.answered_messaging_host }
          : undefined;
        await change.wake(id);
        await change.touch(id, deeds.answerCorrected(id, by, before, answer));
        return 'corrected';
      }),

    cancel: (id, by) =>
      within(async (trx, change) => {
        const cancelled = await trx
          .updateTable('enablements')
          .set({ status: 'cancelled' })
          .where('id', '=', id)
          .where('status', '=', 'running')
          .executeTakeFirst();
        if (cancelled.numUpdatedRows === 0n) return false;
        await change.nudge(id);
        await change.touch(id, deeds.cancelled(id, by));
        return true;
      }),

    takeOver: (id, by) =>
      within(async (trx, change) => {
        // The lock lets one of several who click at the same time have it.
        const live = trx.selectFrom('enablements').select('id').where('id', '=', id).where('status', '<>', 'cancelled');
        if ((await live.forUpdate().executeTakeFirst()) === undefined) return false;
        // Asked once: the button is gone before the workflow has looked again.
        const asking = trx.updateTable('steps').set({ asks: null }).where('enablement', '=', id).where('asks', '=', 'take over');
        if ((await asking.executeTakeFirst()).numUpdatedRows === 0n) return false;
        await trx.updateTable('enablements').set({ responsible: by }).where('id', '=', id).execute();
        const open = trx.updateTable('domains').where('enablement', '=', id).where('status', 'in', ['wanted', 'running']);
        await open.set({ wanted_by: by }).execute();
        await change.wake(id);
        await change.touch(id, deeds.takenOver(id, by));
        return true;
      }),

    want: (id, domains, by) =>
      within(async (trx, change) => {
        // The lock orders us against `enable`: one of the two starts each domain's run, never both, never none.
        const row = await trx
          .selectFrom('enablements')
          .select('status')
          .where('id', '=', id)
          .forUpdate()
          .executeTakeFirstOrThrow();
        const skipped = await trx
          .selectFrom('domains')
          .select('domain')
          .where('enablement', '=', id)
          .where('domain', '=', oneOf(domains))
          .where('status', '=', 'cancelled')
          .execute();
        const rows = await trx
          .insertInto('domains')
          .values(domains.map((domain) => ({ enablement: id, domain, wanted_by: by })))
          .onConflict((conflict) => conflict.doNothing())
          .returning('domain')
          .execute();
        const inserted = rows.map(({ domain }) => domain);
        const again = skipped.map(({ domain }) => domain);
        for (const domain of again) await change.beginAgain(id, domain, by, row.status === 'enabled');
        if (row.status === 'enabled') for (const domain of inserted) await change.startDomain(id, domain);
        const added = domains.filter((domain) => inserted.includes(domain) || again.includes(domain));
        if (added.length > 0) await change.touch(id, ...added.map((domain) => deeds.domainAdded(id, domain, by)));
        return { added, already: domains.filter((domain) => !added.includes(domain)) };
      }),

    skip: (id, domains, by) =>
      within(async (trx, change) => {
        const row = await trx.selectFrom('enablements').select('status').where('id', '=', id).forUpdate().executeTakeFirst();
        if (row === undefined || row.status === 'cancelled') return [];
        const ended = await trx
          .updateTable('domains')
          .set({ status: 'cancelled' })
          .where('enablement', '=', id)
          .where('domain', '=', oneOf(domains))
          .where('status', 'in', ['wanted', 'running'])
          .returning('domain')
          .execute();
        for (const { domain } of ended) {
          const run = domainRun(id, domain);
          // What it waits for and what is wrong with it is nobody's concern any more.
          await trx.deleteFrom('steps').where('run', '=', run).where('status', '<>', 'done').execute();
          await trx.deleteFrom('approvals').where('run', '=', run).where('status', '=', 'asked').execute();
          // Its run destroys what there is; without a run nobody else does.
          if (row.status === 'enabled') await change.nudge(run);
          else await vault.destroyWithin(trx, change.note, { owner: run, field: 'Office Manager password' });
        }
        if (ended.length > 0) await change.touch(id, ...ended.map(({ domain }) => deeds.domainSkipped(id, domain, by)));
        return ended.map(({ domain }) => domain);
      }),

    snooze: (id, until, by) =>
      within(async (trx, change) => {
        const snoozed = await trx
          .updateTable('enablements')
          .set({ snoozed_until: until, snoozed_by: by })
          .where('id', '=', id)
          .where('status', '<>', 'cancelled')
          .executeTakeFirst();
        if (snoozed.numUpdatedRows === 0n) return false;
        await change.touch(id, deeds.snoozed(id, by, until));
        return true;
      }),
  };
}

/** One live enablement a portal: the index refuses another. */
async function unlessTaken(act: () => ReturnType<Register['correct']>): ReturnType<Register['correct']> {
  try {
    return await act();
  } catch (error) {
    if (hasCode(error, '23505')) return 'taken';
    throw error;
  }
}

export function columns(values: Prerequisites) {
  return {
    csp_company: values.cspCompany,
    contact_name: values.contactName,
    contact_email: values.contactEmail,
    contact_phone: values.contactPhone ?? null,
    portal_url: values.portalUrl,
    core_host: values.coreHost,
    client_id: values.clientId,
  };
}
