import { type Person, type RolloutStatus, type Rollouts, rolloutDeeds, type Turn, type Turned } from '@enablement/core';
import { sql, type Transaction } from 'kysely';
import type { Note } from './audit/append.ts';
import { LIVE, readRollout, shown } from './read-rollouts.ts';
import type { Tables } from './tables.ts';

/** From where each turn is possible, and where it leads. */
const TURNS: Readonly<Record<Turn, { readonly from: readonly RolloutStatus[]; readonly to: RolloutStatus }>> = {
  pause: { from: ['running'], to: 'paused' },
  resume: { from: ['paused', 'running'], to: 'running' },
  continue: { from: ['at canary'], to: 'running' },
  retry: { from: ['paused', 'at canary', 'finished'], to: 'running' },
  cancel: { from: LIVE, to: 'cancelled' },
};

interface Asked {
  readonly id: string;
  readonly turn: Turn;
  readonly by: Person;
  readonly more: NonNullable<Parameters<Rollouts['turn']>[3]>;
  readonly note: Note;
}

/** What a person does to a roll-out. */
export async function turnRollout(trx: Transaction<Tables>, { id, turn, by, more, note }: Asked): Promise<Turned> {
  const row = await trx.selectFrom('rollouts').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow();
  const { from, to } = TURNS[turn];
  if (!from.includes(row.status)) return { outcome: 'not now', status: row.status };
  if (to === 'running') {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`roll-out ${row.portal_url}`}, 0))`.execute(trx);
    const other = await trx
      .selectFrom('rollouts')
      .selectAll()
      .where('portal_url', '=', row.portal_url)
      .where('status', 'in', [...LIVE])
      .where('id', '<>', id)
      .executeTakeFirst();
    if (other !== undefined) return { outcome: 'busy', other: shown(other) };
  }
  if (turn === 'retry') await putBack(trx, id, more);
  // One that is running already goes on where it is; everything else is a stint of its own.
  const stint = to === 'running' && row.status !== 'running' ? row.stint + 1 : row.stint;
  await trx
    .updateTable('rollouts')
    .set({ status: to, stint, canary_passed: row.canary_passed || turn === 'continue', said: null, ended_at: null })
    .where('id', '=', id)
    .execute();
  const rollout = await readRollout(trx, id);
  if (rollout === undefined) throw new Error(`no roll-out ${id}`);
  if (row.status !== to) note(rolloutDeeds.rolloutTurned(rollout, turn, by));
  return { outcome: 'turned', rollout };
}

async function putBack(trx: Transaction<Tables>, id: string, { passwords = false, passwordEnv }: Asked['more']): Promise<void> {
  const statuses = passwords ? (['failed', 'awaiting password'] as const) : (['failed'] as const);
  await trx
    .updateTable('rollout_domains')
    .set({
      status: 'ahead',
      tries: 0,
      due: sql<Date>`'-infinity'::timestamptz`,
      detail: null,
      todo: null,
      ...(passwordEnv === undefined ? {} : { password_env: passwordEnv }),
    })
    .where('rollout', '=', id)
    .where('status', 'in', [...statuses])
    .execute();
}
