import {
  type Clock,
  type Rollout,
  type RolloutBegun,
  type RolloutItem,
  type RolloutOrder,
  type Rollouts,
  rolloutDeeds,
  type Settlement,
} from '@enablement/core';
import { type Selectable, sql, type Transaction } from 'kysely';
import { audited, type Note } from './audit/append.ts';
import { type Database, reaching } from './connect.ts';
import { countsOf, type Db, LIVE, readRollout, rowOf, shown } from './read-rollouts.ts';
import { turnRollout } from './rollout-turns.ts';
import type { Tables } from './tables.ts';

/** Rows of one insertion: PostgreSQL takes 65,535 parameters a statement. */
const BATCH = 4_000;

/** The ledger of roll-outs. What changes stands in one transaction with its entries in the audit. */
export function createRollouts({ db, clock }: { db: Database; clock: Clock }): Rollouts {
  return {
    begin: (order, items) => audited(db, (trx, note) => begin(trx, { order, items, at: clock.now(), note })),
    get: (id) => reaching(() => readRollout(db, id)),
    list: (most) =>
      reaching(async () => {
        const rows = await db.selectFrom('rollouts').selectAll().orderBy('begun_at', 'desc').limit(most).execute();
        const counts = await countsOf(
          db,
          rows.map(({ id }) => id),
        );
        return rows.map((row) => shown(row, counts.get(row.id)));
      }),
    due: (id, most, now) =>
      reaching(async () => {
        const rows = await aheadNow(db, id)
          .selectAll('rollout_domains')
          .where('due', '<=', now)
          .orderBy('place')
          .limit(most)
          .execute();
        return rows.map(rowOf);
      }),
    nextDue: (id) =>
      reaching(async () => {
        const row = await aheadNow(db, id)
          .select(sql<Date>`greatest(min(due), 'epoch')`.as('next'))
          .having(sql<boolean>`count(*) > 0`)
          .executeTakeFirst();
        return row?.next;
      }),
    settle: (id, settlements) => audited(db, (trx, note) => settle(trx, { id, settlements, at: clock.now(), note })),
    domains: (id, statuses) =>
      reaching(async () => {
        const query = db.selectFrom('rollout_domains').selectAll().where('rollout', '=', id).orderBy('place');
        return (await (statuses === undefined ? query : query.where('status', 'in', [...statuses])).execute()).map(rowOf);
      }),
    follow: (id) =>
      reaching(async () => {
        await sql`update rollout_domains r set status = 'synchronized', outcome = d.outcome, todo = null, settled_at = ${clock.now()},
            detail = 'Its password came by its page.', login = coalesce(d.office_manager_login, r.login)
          from rollouts o, domains d
          where o.id = ${id} and r.rollout = o.id and r.status = 'awaiting password'
            and d.enablement = o.enablement and d.domain = r.domain and d.status = 'synchronized'`.execute(db);
      }),
    turn: (id, turn, by, more = {}) => audited(db, (trx, note) => turnRollout(trx, { id, turn, by, more, note })),
    newStint: (id) =>
      reaching(async () => {
        await db
          .updateTable('rollouts')
          .set((eb) => ({ stint: eb('stint', '+', 1) }))
          .where('id', '=', id)
          .execute();
      }),
    end: (id, status, said) =>
      audited(db, async (trx, note) => {
        const ended = await trx
          .updateTable('rollouts')
          .set({ status, said, ended_at: status === 'finished' ? clock.now() : null })
          .where('id', '=', id)
          .where('status', '=', 'running')
          .executeTakeFirst();
        const rollout = ended.numUpdatedRows > 0n ? await readRollout(trx, id) : undefined;
        if (rollout !== undefined) note(rolloutDeeds.rolloutEnded(rollout, status, said));
      }),
  };
}

/** What may be worked on: with a canary that has not passed, the canary alone. */
const aheadNow = (db: Db, id: string) =>
  db
    .selectFrom('rollout_domains')
    .innerJoin('rollouts', 'rollouts.id', 'rollout')
    .where('rollout', '=', id)
    .where('rollout_domains.status', '=', 'ahead')
    .where((eb) => eb.or([eb('canary_passed', '=', true), eb('canary', '=', 0), eb('in_canary', '=', true)]));

async function begin(
  trx: Transaction<Tables>,
  { order, items, at, note }: { order: RolloutOrder; items: readonly RolloutItem[]; at: Date; note: Note },
): Promise<RolloutBegun> {
  const { fingerprint, portalUrl, cloudId, messagingHost, enablement = null, by, canary, atOnce } = order;
  // Who orders at the same time waits here: the index alone would make the second one an error.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`roll-out ${portalUrl}`}, 0))`.execute(trx);
  const mine = trx.selectFrom('rollouts').where('portal_url', '=', portalUrl);
  const live = await mine
    .selectAll()
    .where('status', 'in', [...LIVE])
    .executeTakeFirst();
  if (live !== undefined) {
    if (live.fingerprint === fingerprint) return { outcome: 'again', id: live.id };
    note(rolloutDeeds.rolloutBusy(order, live.id));
    return { outcome: 'busy', other: shown(live, (await countsOf(trx, [live.id])).get(live.id)) };
  }
  const { before } = await mine.select(sql<string>`count(*)`.as('before')).executeTakeFirstOrThrow();
  const id = `${new URL(portalUrl).host}/rollout/${Number(before) + 1}`;
  await trx
    .insertInto('rollouts')
    .values({
      id,
      fingerprint,
      portal_url: portalUrl,
      cloud_id: cloudId,
      messaging_host: messagingHost,
      enablement,
      ordered_by: by,
      canary,
      at_once: atOnce,
      begun_at: at,
    })
    .execute();
  let ahead = 0;
  const rows = items.map(({ domain, login, account, passwordEnv = null, status, detail = null }, place) => ({
    rollout: id,
    place,
    domain,
    login,
    account,
    password_env: passwordEnv,
    in_canary: status === 'ahead' && ++ahead <= canary,
    status,
    detail,
  }));
  for (let from = 0; from < rows.length; from += BATCH)
    await trx
      .insertInto('rollout_domains')
      .values(rows.slice(from, from + BATCH))
      .execute();
  note(rolloutDeeds.rolloutBegun(id, order, items.length));
  return { outcome: 'begun', id };
}

/** One statement for all of them. */
async function settle(
  trx: Transaction<Tables>,
  { id, settlements, at, note }: { id: string; settlements: readonly Settlement[]; at: Date; note: Note },
): Promise<Pick<Rollout, 'status' | 'stint'>> {
  const rows = settlements.map(({ place, status, outcome = null, tries, due = null, detail = null, todo = null }) =>
    JSON.stringify({ place, status, outcome, tries, due, detail, todo }),
  );
  const result = await sql<Selectable<Tables['rollouts']>>`with settled as (
      update rollout_domains r
      set status = s.status, outcome = coalesce(s.outcome, r.outcome), tries = s.tries, due = coalesce(s.due, '-infinity'),
        detail = s.detail, todo = s.todo, settled_at = ${at}
      from jsonb_to_recordset(${`[${rows.join(',')}]`}::jsonb)
        as s(place int, status text, outcome text, tries int, due timestamptz, detail text, todo text)
      where r.rollout = ${id} and r.place = s.place
    )
    select * from rollouts where id = ${id}`.execute(trx);
  const [row] = result.rows;
  if (row === undefined) throw new Error(`no roll-out ${id}`);
  const rollout = shown(row);
  note(...settlements.flatMap((one) => rolloutDeeds.domainSettled(rollout, one)));
  return rollout;
}
