import { randomUUID } from 'node:crypto';
import { BASE, type Clock, deeds, type Register } from '@enablement/core';
import type { Transaction } from 'kysely';
import type { SealingVault } from '../vault/index.ts';
import { audited } from './audit/append.ts';
import { changes } from './changes.ts';
import { type Database, reaching } from './connect.ts';
import { readEnablements, toPrerequisites } from './read-enablements.ts';
import type { Tables } from './tables.ts';

/** The register on PostgreSQL: each method is one transaction, wake-ups for the engine included. */
export function createRegister({ db, vault, clock }: { db: Database; vault: SealingVault; clock: Clock }): Register {
  const within = <T>(act: (trx: Transaction<Tables>, change: ReturnType<typeof changes>) => Promise<T>): Promise<T> =>
    audited(db, (trx, note) => act(trx, changes(trx, note)));

  return {
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

    get: (id) =>
      reaching(
        async () => (await readEnablements(db, await db.selectFrom('enablements').selectAll().where('id', '=', id).execute()))[0],
      ),

    list: (filter) =>
      reaching(async () => {
        const { status, team } = filter ?? {};
        const rows = db
          .selectFrom('enablements')
          .selectAll()
          .orderBy('requested_at', 'desc')
          .$if(status !== undefined, (query) => query.where('status', '=', status ?? 'running'))
          .$if(team !== undefined, (query) => query.where('team', '=', team ?? ''));
        return readEnablements(db, await rows.execute());
      }),

    correct: (id, prerequisites, by) =>
      within(async (trx, change) => {
        const contacted = trx.selectFrom('steps').select('run').where('run', '=', id).where('name', '=', BASE.contacted);
        const row = await trx.selectFrom('enablements').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
        const corrected = await trx
          .updateTable('enablements')
          .set(columns(prerequisites))
          .where('id', '=', id)
          .where('status', '=', 'running')
          .where((eb) => eb.not(eb.exists(contacted)))
          .executeTakeFirst();
        if (row === undefined || corrected.numUpdatedRows === 0n) return false;
        await change.nudge(id);
        await change.touch(id, deeds.corrected(id, by, toPrerequisites(row), prerequisites));
        return true;
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
        const rows = await trx
          .insertInto('domains')
          .values(domains.map((domain) => ({ enablement: id, domain, wanted_by: by })))
          .onConflict((conflict) => conflict.doNothing())
          .returning('domain')
          .execute();
        const added = rows.map(({ domain }) => domain);
        if (row.status === 'enabled') for (const domain of added) await change.startDomain(id, domain);
        if (added.length > 0) await change.touch(id, ...added.map((domain) => deeds.domainAdded(id, domain, by)));
        return { added, already: domains.filter((domain) => !added.includes(domain)) };
      }),

    nudge: (run, by, why) =>
      within(async (_trx, change) => {
        await change.nudge(run);
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
              asks,
              since: eb.case().when('steps.status', '=', status).then(eb.ref('steps.since')).else(clock.now()).end(),
            })),
          )
          .execute();
        const ended = deeds.stepEnded(run, name, told);
        await change.touch(enablementOf(run), ...(ended ? [ended] : []));
      }),

    remind: (enablement, key, text, whom = 'responsible') =>
      within(async (trx, change) => {
        const made = await trx
          .insertInto('reminders')
          .values({ key, enablement, text, whom, made_at: clock.now() })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        if (made.numInsertedOrUpdatedRows === 0n) return;
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

    answered: (id) =>
      reaching(async () => {
        const row = await db
          .selectFrom('enablements')
          .select(['answered_cloud_id', 'answered_messaging_host'])
          .where('id', '=', id)
          .executeTakeFirst();
        if (!row?.answered_cloud_id || !row.answered_messaging_host) return undefined;
        return { cloudId: row.answered_cloud_id, messagingHost: row.answered_messaging_host };
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
            .orderBy('place')
            .execute();
          for (const { domain } of domains) await change.startDomain(id, domain);
        }
        await change.touch(id, ...(first ? [deeds.enabled(id, answer)] : []));
      }),

    holderOfCloudId: (cloudId, except) =>
      reaching(async () => {
        const holder = await db
          .selectFrom('enablements')
          .select('csp_company')
          .where('cloud_id', '=', cloudId)
          .where('id', '<>', except)
          .where('status', '<>', 'cancelled')
          .executeTakeFirst();
        return holder?.csp_company;
      }),

    settleDomain: (id, domain, settled) =>
      within(async (trx, change) => {
        const values = {
          ...(settled.status === undefined ? {} : { status: settled.status }),
          ...(settled.outcome === undefined ? {} : { outcome: settled.outcome }),
        };
        const one = trx.selectFrom('domains').where('enablement', '=', id).where('domain', '=', domain);
        const before = await one.select(['status', 'outcome']).forUpdate().executeTakeFirst();
        if (before === undefined) return;
        await trx.updateTable('domains').set(values).where('enablement', '=', id).where('domain', '=', domain).execute();
        await change.touch(id, ...deeds.domainSettled(id, domain, { ...before, outcome: before.outcome ?? undefined }, settled));
      }),
  };
}

const enablementOf = (run: string): string => run.split('/')[0] ?? run;

function columns(values: Parameters<Register['correct']>[1]) {
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
