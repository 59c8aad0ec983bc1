import {
  type ActionState,
  type ActionStatus,
  APPLY_CUSTOMER,
  type Begun,
  type Clock,
  type CustomerOrder,
  type CustomerRun,
  type CustomerRuns,
  customerDeeds,
  idOf,
} from '@enablement/core';
import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import { audited, type Note } from './audit/append.ts';
import { DISPATCH_MADE } from './changes.ts';
import { type Database, reaching } from './connect.ts';
import type { Tables } from './tables.ts';

type Row = Selectable<Tables['customer_runs']>;
type Db = Kysely<Tables> | Transaction<Tables>;

const NOTHING: CustomerRun['counts'] = { ahead: 0, done: 0, failed: 0, skipped: 0 };
/** Rows of one insertion: PostgreSQL takes 65,535 parameters a statement. */
const BATCH = 5_000;

export interface CustomerRunsOptions {
  readonly db: Database;
  readonly clock: Clock;
  /** Whoever serves the workflow takes its orders from the outbox towards the engine; without it, who begins a run starts it. */
  readonly startIn?: 'outbox';
}

/** The ledger of customers' plans. A plan is begun and ended in one transaction with its entry in the audit. */
export function createCustomerRuns({ db, clock, startIn }: CustomerRunsOptions): CustomerRuns {
  const get = async (trx: Db, id: string): Promise<CustomerRun | undefined> => {
    const row = await trx.selectFrom('customer_runs').selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined ? undefined : shown(row, (await countsOf(trx, [id])).get(id));
  };
  return {
    begin: (order) => audited(db, async (trx, note) => begin(trx, order, clock.now(), note, startIn)),
    get: (id) => reaching(() => get(db, id)),
    list: (most) =>
      reaching(async () => {
        const rows = await db.selectFrom('customer_runs').selectAll().orderBy('begun_at', 'desc').limit(most).execute();
        const counts = await countsOf(
          db,
          rows.map(({ id }) => id),
        );
        return rows.map((row) => shown(row, counts.get(row.id)));
      }),
    intend: (id, actions) =>
      reaching(() =>
        db.transaction().execute(async (trx) => {
          const known = await trx
            .selectFrom('customer_actions')
            .select('place')
            .where('run', '=', id)
            .limit(1)
            .executeTakeFirst();
          if (known !== undefined) return;
          for (let from = 0; from < actions.length; from += BATCH) {
            const rows = actions.slice(from, from + BATCH).map((action, i) => ({
              run: id,
              place: from + i,
              id: idOf(action.resource),
              action: JSON.stringify(action),
            }));
            await trx.insertInto('customer_actions').values(rows).execute();
          }
        }),
      ),
    action: (id, place) =>
      reaching(async () => {
        const row = await db
          .selectFrom('customer_actions')
          .selectAll()
          .where('run', '=', id)
          .where('place', '=', place)
          .executeTakeFirstOrThrow();
        return stateOf(row);
      }),
    actions: (id, statuses) =>
      reaching(async () => {
        const rows = await db
          .selectFrom('customer_actions')
          .selectAll()
          .where('run', '=', id)
          .$if(statuses !== undefined, (query) => query.where('status', 'in', [...(statuses ?? [])]))
          .orderBy('place')
          .execute();
        return rows.map(stateOf);
      }),
    lacking: (id, ids) =>
      reaching(async () => {
        if (ids.length === 0) return [];
        const rows = await db
          .selectFrom('customer_actions')
          .select('id')
          .where('run', '=', id)
          .where('id', 'in', [...ids])
          .where('status', '<>', 'done')
          .where(sql<string>`action ->> 'act'`, '=', 'create')
          .execute();
        const missing = new Set(rows.map((row) => row.id));
        return ids.filter((one) => missing.has(one));
      }),
    settle: (id, place, { status, detail, todo }) =>
      reaching(async () => {
        await db
          .updateTable('customer_actions')
          .set({ status, detail: detail ?? null, todo: todo ?? null })
          .where('run', '=', id)
          .where('place', '=', place)
          .execute();
      }),
    end: (id, status, said) =>
      audited(db, async (trx, note) => {
        const { numUpdatedRows } = await trx
          .updateTable('customer_runs')
          .set({ status, said, ended_at: clock.now() })
          .where('id', '=', id)
          .where('status', '=', 'applying')
          .executeTakeFirst();
        const run = numUpdatedRows > 0n ? await get(trx, id) : undefined;
        if (run !== undefined) note(customerDeeds.customerEnded(run, status));
      }),
  };
}

async function begin(
  trx: Transaction<Tables>,
  order: CustomerOrder,
  at: Date,
  note: Note,
  startIn: CustomerRunsOptions['startIn'],
): Promise<Begun> {
  const { file, portalUrl, allowDelete, fingerprint, by } = order;
  // Who orders at the same time waits here: the index alone would make the second one an error.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${portalUrl} ${file.domain}`}, 0))`.execute(trx);
  const mine = trx.selectFrom('customer_runs').where('portal_url', '=', portalUrl).where('domain', '=', file.domain);
  const busy = await mine.selectAll().where('status', '=', 'applying').executeTakeFirst();
  if (busy !== undefined) {
    if (busy.fingerprint === fingerprint && busy.allow_delete === allowDelete) return { outcome: 'again', id: busy.id };
    note(customerDeeds.customerBusy(order, busy.id));
    return { outcome: 'busy', id: busy.id, by: busy.ordered_by, since: busy.begun_at };
  }
  const { before } = await mine.select(sql<string>`count(*)`.as('before')).executeTakeFirstOrThrow();
  const id = `${new URL(portalUrl).host}/${file.domain}/${Number(before) + 1}`;
  await trx
    .insertInto('customer_runs')
    .values({
      id,
      domain: file.domain,
      portal_url: portalUrl,
      file: JSON.stringify(file),
      allow_delete: allowDelete,
      fingerprint,
      ordered_by: by,
      begun_at: at,
    })
    .execute();
  if (startIn === 'outbox') {
    const input = JSON.stringify({ run: id });
    await trx.insertInto('dispatches').values({ kind: 'start', workflow: APPLY_CUSTOMER, key: id, input }).execute();
    await sql`select pg_notify(${DISPATCH_MADE}, '')`.execute(trx);
  }
  note(customerDeeds.customerBegun(id, order));
  return { outcome: 'begun', id };
}

async function countsOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, CustomerRun['counts']>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('customer_actions')
    .select(['run', 'status', sql<string>`count(*)`.as('count')])
    .where('run', 'in', [...ids])
    .groupBy(['run', 'status'])
    .execute();
  const counts = new Map<string, CustomerRun['counts']>();
  for (const { run, status, count } of rows) counts.set(run, { ...(counts.get(run) ?? NOTHING), [status]: Number(count) });
  return counts;
}

const shown = (row: Row, counts = NOTHING): CustomerRun => ({
  id: row.id,
  file: row.file,
  allowDelete: row.allow_delete,
  fingerprint: row.fingerprint,
  portalUrl: row.portal_url,
  by: row.ordered_by,
  status: row.status,
  begunAt: row.begun_at,
  endedAt: row.ended_at ?? undefined,
  said: row.said ?? undefined,
  counts,
});

const stateOf = ({
  place,
  action,
  status,
  detail,
  todo,
}: Pick<Selectable<Tables['customer_actions']>, 'place' | 'action' | 'detail' | 'todo'> & {
  status: ActionStatus;
}): ActionState => ({
  place,
  action,
  status,
  detail: detail ?? undefined,
  todo: todo ?? undefined,
});
