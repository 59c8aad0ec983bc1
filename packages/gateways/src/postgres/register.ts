import { randomUUID } from 'node:crypto';
import { BASE, type Clock, type Register } from '@enablement/core';
import type { Transaction } from 'kysely';
import type { SealingVault } from '../vault/index.ts';
import { changes } from './changes.ts';
import { type Database, reaching } from './connect.ts';
import { readEnablements } from './read-enablements.ts';
import type { Tables } from './tables.ts';

/** The register on PostgreSQL: each method is one transaction, wake-ups for the engine included. */
export function createRegister({ db, vault, clock }: { db: Database; vault: SealingVault; clock: Clock }): Register {
  const within = <T>(act: (trx: Transaction<Tables>, change: ReturnType<typeof changes>) => Promise<T>): Promise<T> =>
    reaching(() => db.transaction().execute((trx) => act(trx, changes(trx, clock))));

  return {
    request: ({ domains, ...prerequisites }, by, room, requestId) =>
      within(async (trx, change) => {
        const id = randomUUID();
        const made = await trx
          .insertInto('enablements')
          .values({
            id,
            status: 'running',
            request_id: requestId,
            requested_by: by,
            requested_at: clock.now(),
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
            .values(domains.map((domain) => ({ enablement: id, domain })))
            .execute();
        await trx.insertInto('cards').values({ enablement: id, channel: room, ts: null, attempted_at: null }).execute();
        await change.startBase(id);
        await change.touch(id, { by, what: 'requested' });
        return { outcome: 'created', id };
      }),

    get: (id) =>
      reaching(
        async () => (await readEnablements(db, await db.selectFrom('enablements').selectAll().where('id', '=', id).execute()))[0],
      ),

    list: (filter) =>
      reaching(async () => {
        const query = db.selectFrom('enablements').selectAll().orderBy('requested_at', 'desc');
        const { status } = filter ?? {};
        return readEnablements(db, await (status === undefined ? query : query.where('status', '=', status)).execute());
      }),

    correct: (id, prerequisites, by) =>
      within(async (trx, change) => {
        const contacted = trx.selectFrom('steps').select('run').where('run', '=', id).where('name', '=', BASE.contacted);
        const corrected = await trx
          .updateTable('enablements')
          .set(columns(prerequisites))
          .where('id', '=', id)
          .where('status', '=', 'running')
          .where((eb) => eb.not(eb.exists(contacted)))
          .executeTakeFirst();
        if (corrected.numUpdatedRows === 0n) return false;
        await change.nudge(id);
        await change.touch(id, { by, what: 'corrected the values' });
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
        await change.touch(id, { by, what: 'cancelled' });
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
          .values(domains.map((domain) => ({ enablement: id, domain })))
          .onConflict((conflict) => conflict.doNothing())
          .returning('domain')
          .execute();
        const added = rows.map(({ domain }) => domain);
        if (row.status === 'enabled') for (const domain of added) await change.startDomain(id, domain);
        if (added.length > 0) await change.touch(id, { by, what: `wanted messaging for ${added.join(', ')}` });
        return { added, already: domains.filter((domain) => !added.includes(domain)) };
      }),

    nudge: (run, by, why) =>
      within(async (_trx, change) => {
        await change.nudge(run);
        await change.touch(enablementOf(run), { by, what: why });
      }),

    note: (run, name, { status, detail = null, todo = null }) =>
      within(async (trx, change) => {
        await trx
          .insertInto('steps')
          .values({ run, name, enablement: enablementOf(run), status, detail, todo, since: clock.now() })
          .onConflict((conflict) =>
            conflict.columns(['run', 'name']).doUpdateSet((eb) => ({
              status,
              detail,
              todo,
              since: eb.case().when('steps.status', '=', status).then(eb.ref('steps.since')).else(clock.now()).end(),
            })),
          )
          .execute();
        await change.touch(enablementOf(run));
      }),

    remind: (enablement, key, text) =>
      within(async (trx, change) => {
        await trx
          .insertInto('reminders')
          .values({ key, enablement, text, made_at: clock.now(), posted_at: null })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        await change.touch(enablement);
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
        await vault.keepWithin(trx, { owner: id, field: 'API key' }, apiKey);
        await change.wake(id);
        await change.touch(id, {
          by: 'Acrobits',
          what: `returned cloudId ${answer.cloudId} and messaging host ${answer.messagingHost}`,
        });
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
        if (row.status === 'running') {
          const domains = await trx
            .selectFrom('domains')
            .select('domain')
            .where('enablement', '=', id)
            .orderBy('place')
            .execute();
          for (const { domain } of domains) await change.startDomain(id, domain);
        }
        await change.touch(id);
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
        await trx.updateTable('domains').set(values).where('enablement', '=', id).where('domain', '=', domain).execute();
        await change.touch(id);
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
