import { randomUUID } from 'node:crypto';
import { type Clock, canonical, DOMAIN, deeds, type Register } from '@enablement/core';
import type { Transaction } from 'kysely';
import type { SealingVault } from '../vault/index.ts';
import { amending, columns } from './amend.ts';
import { audited } from './audit/append.ts';
import { changes } from './changes.ts';
import type { Database } from './connect.ts';
import { finding } from './find.ts';
import { toPrerequisites } from './read-enablements.ts';
import type { Tables } from './tables.ts';

/** The register on PostgreSQL: each method is one transaction, wake-ups for the engine included. */
export function createRegister({ db, vault, clock }: { db: Database; vault: SealingVault; clock: Clock }): Register {
  const within = <T>(act: (trx: Transaction<Tables>, change: ReturnType<typeof changes>) => Promise<T>): Promise<T> =>
    audited(db, (trx, note) => act(trx, changes(trx, note)));

  return {
    ...finding(db),
    ...amending(within, vault),

    request: (request, by, room, requestId, team = '') =>
      within(async (trx, change) => {
        const { domains, ...prerequisites } = request;
        const id = randomUUID();
        const made = await trx
          .insertInto('enablements')
          .values({
            id,
            status: 'running',
            request_id: requestId,
            team,
            requested_by: by,
            requested_at: clock.now(),
            responsible: by,
            ...columns(prerequisites),
          })
          .onConflict((conflict) => conflict.doNothing())
          .returning('id')
          .executeTakeFirst();
        if (made === undefined) {
          const same = await trx.selectFrom('enablements').select('id').where('request_id', '=', requestId).executeTakeFirst();
          if (same) return { outcome: 'already asked', id: same.id };
          const running = await trx
            .selectFrom('enablements')
            .select('id')
            .where('portal_url', '=', prerequisites.portalUrl)
            .where('status', '<>', 'cancelled')
            .executeTakeFirstOrThrow();
          return { outcome: 'running', id: running.id };
        }
        if (domains.length > 0)
          await trx
            .insertInto('domains')
            .values(domains.map((domain) => ({ enablement: id, domain, wanted_by: by })))
            .execute();
        await trx.insertInto('cards').values({ enablement: id, channel: room, ts: null, attempted_at: null }).execute();
        await change.startBase(id);
        await change.touch(id, deeds.requested(id, by, request));
        return { outcome: 'created', id };
      }),

    plan: (run, plan) =>
      within(async (trx, change) => {
        const [id = '', domain] = run.split('/');
        const kept = { plan: JSON.stringify(plan) };
        if (domain === undefined) await trx.updateTable('enablements').set(kept).where('id', '=', id).execute();
        else await trx.updateTable('domains').set(kept).where('enablement', '=', id).where('domain', '=', domain).execute();
        await change.touch(id);
      }),

    tell: (id, values) =>
      within(async (trx, change) => {
        const row = await trx.selectFrom('enablements').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow();
        if (row.told !== null) return true;
        if (canonical(toPrerequisites(row)) !== canonical(values)) return false;
        await trx
          .updateTable('enablements')
          .set({ told: JSON.stringify(values), told_at: clock.now() })
          .where('id', '=', id)
          .execute();
        await change.touch(id);
        return true;
      }),

    nudge: (run, by, why) =>
      within(async (_trx, change) => {
        await change.nudge(run);
        if (!run.includes('/')) await change.nudgeLetters(run);
        await change.touch(enablementOf(run), deeds.nudged(run, by, why));
      }),

    note: (run, name, told) =>
      within(async (trx, change) => {
        const { status, detail = null, todo = null, asks = null } = told;
        await trx
          .insertInto('steps')
          .values({ run, name, enablement: enablementOf(run), status, detail, todo, asks, since: clock.now() })
          .onConflict((conflict) =>
            conflict.columns(['run', 'name']).doUpdateSet((eb) => ({
              status,
              detail,
              todo,
              // What a problem asks of people stays while it is tried again: somebody may be about to answer.
              asks: status === 'running' ? eb.ref('steps.asks') : asks,
              since: eb.case().when('steps.status', '=', status).then(eb.ref('steps.since')).else(clock.now()).end(),
            })),
          )
          .execute();
        const ended = deeds.stepEnded(run, name, told);
        await change.touch(enablementOf(run), ...(ended ? [ended] : []));
      }),

    remind: (enablement, key, text, whom = 'responsible') =>
      within(async (_trx, change) => {
        if (!(await change.remind(enablement, key, text, whom, clock.now()))) return;
        await change.touch(enablement, deeds.reminded(enablement, key, text));
      }),

    answer: (id, answer, apiKey) =>
      within(async (trx, change) => {
        const taken = await trx
          .updateTable('enablements')
          .set({ answered_cloud_id: answer.cloudId, answered_messaging_host: answer.messagingHost, answered_at: clock.now() })
          .where('id', '=', id)
          .where('answered_at', 'is', null)
          .where('status', '<>', 'cancelled')
          .executeTakeFirst();
        if (taken.numUpdatedRows === 0n) return false;
        const { fingerprint } = await vault.keepWithin(trx, { owner: id, field: 'API key' }, apiKey);
        await change.wake(id);
        await change.touch(id, deeds.answered(id, answer, fingerprint));
        return true;
      }),

    enable: (id, answer) =>
      within(async (trx, change) => {
        const row = await trx
          .selectFrom('enablements')
          .select('status')
          .where('id', '=', id)
          .forUpdate()
          .executeTakeFirstOrThrow();
        await trx
          .updateTable('enablements')
          .set({ cloud_id: answer.cloudId, messaging_host: answer.messagingHost, status: 'enabled' })
          .where('id', '=', id)
          .where('status', '<>', 'cancelled')
          .execute();
        const first = row.status === 'running';
        if (first) {
          const domains = await trx
            .selectFrom('domains')
            .select('domain')
            .where('enablement', '=', id)
            .where('status', '<>', 'cancelled')
            .orderBy('place')
            .execute();
          for (const { domain } of domains) await change.startDomain(id, domain);
        }
        await change.touch(id, ...(first ? [deeds.enabled(id, answer)] : []));
      }),

    subscriptionsUnderWay: (id) =>
      within(async (trx) => {
        const { waiting } = await trx
          .selectFrom('domains')
          .select(({ fn }) => fn.countAll<string>().as('waiting'))
          .where('enablement', '=', id)
          .where('status', '=', 'running')
          .where('outcome', 'is not', null)
          .executeTakeFirstOrThrow();
        const { last } = await trx
          .selectFrom('steps')
          .select(({ fn }) => fn.max('since').as('last'))
          .where('enablement', '=', id)
          .where('name', '=', DOMAIN.subscriptions)
          .where('status', '=', 'done')
          .executeTakeFirstOrThrow();
        return { waiting: Number(waiting), lastSeen: last ?? undefined };
      }),

    settleDomain: (id, domain, settled) =>
      within(async (trx, change) => {
        const one = trx.selectFrom('domains').where('enablement', '=', id).where('domain', '=', domain);
        const before = await one.select(['status', 'outcome']).forUpdate().executeTakeFirst();
        if (before === undefined) return;
        // Skipped stays skipped, whatever was under way.
        const status = before.status === 'cancelled' ? undefined : settled.status;
        const values = { ...(status && { status }), ...(settled.outcome && { outcome: settled.outcome }) };
        if (Object.keys(values).length === 0) return;
        await trx.updateTable('domains').set(values).where('enablement', '=', id).where('domain', '=', domain).execute();
        await change.touch(id, ...deeds.domainSettled(id, domain, { ...before, outcome: before.outcome ?? undefined }, values));
      }),
  };
}

const enablementOf = (run: string): string => run.split('/')[0] ?? run;
