import type { Rollout, RolloutDomain, RolloutStatus } from '@enablement/core';
import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import type { Tables } from './tables.ts';

export type Db = Kysely<Tables> | Transaction<Tables>;

export const LIVE: readonly RolloutStatus[] = ['running', 'paused', 'at canary'];
const NOTHING: Rollout['counts'] = {
  ahead: 0,
  provisioned: 0,
  synchronized: 0,
  'awaiting password': 0,
  failed: 0,
  'left alone': 0,
};

export async function readRollout(db: Db, id: string): Promise<Rollout | undefined> {
  const row = await db.selectFrom('rollouts').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : shown(row, (await countsOf(db, [id])).get(id));
}

export async function countsOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, Rollout['counts']>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('rollout_domains')
    .select(['rollout', 'status', sql<string>`count(*)`.as('count')])
    .where('rollout', 'in', [...ids])
    .groupBy(['rollout', 'status'])
    .execute();
  const counts = new Map<string, Rollout['counts']>();
  for (const { rollout, status, count } of rows)
    counts.set(rollout, { ...(counts.get(rollout) ?? NOTHING), [status]: Number(count) });
  return counts;
}

export const shown = (row: Selectable<Tables['rollouts']>, counts = NOTHING): Rollout => ({
  id: row.id,
  fingerprint: row.fingerprint,
  portalUrl: row.portal_url,
  cloudId: row.cloud_id,
  messagingHost: row.messaging_host,
  enablement: row.enablement ?? undefined,
  by: row.ordered_by,
  canary: row.canary,
  canaryPassed: row.canary_passed,
  atOnce: row.at_once,
  stint: row.stint,
  status: row.status,
  begunAt: row.begun_at,
  endedAt: row.ended_at ?? undefined,
  said: row.said ?? undefined,
  counts,
});

export const rowOf = (row: Omit<Selectable<Tables['rollout_domains']>, 'due'>): RolloutDomain => ({
  place: row.place,
  domain: row.domain,
  login: row.login,
  account: row.account,
  passwordEnv: row.password_env ?? undefined,
  status: row.status,
  outcome: row.outcome ?? undefined,
  tries: row.tries,
  detail: row.detail ?? undefined,
  todo: row.todo ?? undefined,
  settledAt: row.settled_at ?? undefined,
});
