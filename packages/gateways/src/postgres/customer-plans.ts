import { type Approval, type Clock, type CustomerPlans, cast, customerDeeds, type KeptPlan, type Person } from '@enablement/core';
import type { Selectable, Transaction } from 'kysely';
import { audited } from './audit/append.ts';
import { type Database, reaching } from './connect.ts';
import type { Tables } from './tables.ts';

type Row = Selectable<Tables['customer_plans']>;

/** Plans that a team looks at together. What people decide about them is audited in the same transaction. */
export function createCustomerPlans({ db, clock }: { db: Database; clock: Clock }): CustomerPlans {
  const where = (id: string) => db.updateTable('customer_plans').where('id', '=', id);
  const first = async (column: 'id' | 'run', value: string) => {
    const row = await db.selectFrom('customer_plans').selectAll().where(column, '=', value).executeTakeFirst();
    return row && shown(row);
  };
  return {
    ask: ({ team, room, by, portalUrl, source }, key) =>
      audited(db, async (trx, note) => {
        const values = {
          id: key,
          team,
          room,
          asked_by: by,
          asked_at: clock.now(),
          portal_url: portalUrl,
          source: JSON.stringify(source),
        };
        await trx
          .insertInto('customer_plans')
          .values(values)
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        note(customerDeeds.planAsked(key, by, portalUrl, 'file' in source ? source.file.domain : undefined));
        return key;
      }),
    get: (id) => reaching(() => first('id', id)),
    ofRun: (run) => reaching(() => first('run', run)),
    open: () =>
      reaching(async () => {
        const rows = await db.selectFrom('customer_plans').selectAll().where('closed', '=', false).orderBy('asked_at').execute();
        return rows.map(shown);
      }),
    made: (id, { file, plan, fingerprint }, approval) =>
      reaching(async () => {
        await where(id)
          .where('status', '=', 'making')
          .set({
            status: 'made',
            file: JSON.stringify(file),
            plan: JSON.stringify(plan),
            fingerprint,
            approval: approval === undefined ? null : JSON.stringify(approval),
          })
          .execute();
      }),
    unusable: (id, said) =>
      reaching(async () => {
        await where(id).where('status', '=', 'making').set({ status: 'unusable', said }).execute();
      }),
    discard: (id, by) =>
      audited(db, async (trx, note) => {
        const { numUpdatedRows } = await trx
          .updateTable('customer_plans')
          .set({ status: 'discarded' })
          .where('id', '=', id)
          .where('status', 'in', ['making', 'made'])
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        note(customerDeeds.planDiscarded(id, by));
        return true;
      }),
    say: (id, fingerprint, said) =>
      audited(db, async (trx, note) => {
        const row = await locked(trx, id);
        const approval = row?.status === 'made' ? toApproval(row.approval) : undefined;
        const interested: readonly Person[] = row === undefined ? [] : [row.asked_by];
        const { ballot, next } = cast(approval, fingerprint, said, interested, clock.now());
        if (next !== undefined)
          await trx
            .updateTable('customer_plans')
            .set({ approval: JSON.stringify(next) })
            .where('id', '=', id)
            .execute();
        note(customerDeeds.planSaid(id, fingerprint, said, ballot.outcome));
        return ballot;
      }),
    applying: (id, run) =>
      reaching(async () => {
        await where(id).set({ status: 'applying', run }).execute();
      }),
    attempt: (id) =>
      reaching(async () => {
        await where(id).set({ card_attempted_at: clock.now() }).execute();
      }),
    shown: (id, ts, what) =>
      reaching(async () => {
        await where(id).set({ card_ts: ts, card_shown: what, card_attempted_at: null }).execute();
      }),
    move: (id, room) =>
      reaching(async () => {
        await where(id).set({ room, card_ts: null, card_shown: null, card_attempted_at: null }).execute();
      }),
    close: (id) =>
      reaching(async () => {
        await where(id).set({ closed: true }).execute();
      }),
  };
}

const locked = (trx: Transaction<Tables>, id: string): Promise<Row | undefined> =>
  trx.selectFrom('customer_plans').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

const shown = (row: Row): KeptPlan => ({
  id: row.id,
  team: row.team,
  room: row.room,
  by: row.asked_by,
  askedAt: row.asked_at,
  portalUrl: row.portal_url,
  source: row.source,
  status: row.status,
  file: row.file ?? undefined,
  plan: row.plan ?? undefined,
  fingerprint: row.fingerprint ?? undefined,
  said: row.said ?? undefined,
  approval: toApproval(row.approval),
  run: row.run ?? undefined,
  card: { ts: row.card_ts ?? undefined, attempted: row.card_attempted_at ?? undefined, shown: row.card_shown ?? undefined },
});

/** JSON has no dates. */
function toApproval(kept: Approval | null): Approval | undefined {
  if (kept === null) return undefined;
  const date = (given: Date | string): Date => new Date(given);
  const dated = <T extends { readonly at: Date }>(vote: T): T => ({ ...vote, at: date(vote.at) });
  return {
    ...kept,
    votes: kept.votes.map(dated),
    askedAt: date(kept.askedAt),
    until: date(kept.until),
    ...(kept.rejected === undefined ? {} : { rejected: dated(kept.rejected) }),
    ...(kept.glassBroken === undefined ? {} : { glassBroken: dated(kept.glassBroken) }),
  };
}
