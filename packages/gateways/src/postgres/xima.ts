import { randomUUID } from 'node:crypto';
import {
  type Audited,
  CHECK_FOR_XIMA,
  type Clock,
  ownerKey,
  type XimaCheck,
  type XimaRegister,
  type XimaValues,
  ximaDeeds,
  ximaRun,
} from '@enablement/core';
import type { Selectable, Transaction } from 'kysely';
import type { SecretsKey } from '../vault/index.ts';
import { audited, type Note } from './audit/append.ts';
import { changes } from './changes.ts';
import { type Database, reaching } from './connect.ts';
import { lookSoon } from './drifts.ts';
import { putPost, putReminder, touchPost } from './posts.ts';
import { keepReport, toReport } from './readiness-reports.ts';
import type { Tables } from './tables.ts';
import { ximaHandOver } from './xima-hand-over.ts';

type Trx = Transaction<Tables>;
type Row = Selectable<Tables['xima_checks']>;

/** What is known of checks for Xima, on PostgreSQL. */
export function createXimaRegister({
  db,
  key,
  clock,
}: {
  readonly db: Database;
  readonly key: SecretsKey;
  readonly clock: Clock;
}): XimaRegister {
  return {
    request: (values, by, room, requestId, team) =>
      audited(db, async (trx, note) => {
        const id = randomUUID();
        const asked = {
          id,
          team,
          status: 'waiting' as const,
          request_id: requestId,
          requested_by: by,
          requested_at: clock.now(),
        };
        const made = await trx
          .insertInto('xima_checks')
          .values({ ...asked, ...columns(values) })
          .onConflict((conflict) => conflict.doNothing())
          .returning('id')
          .executeTakeFirst();
        if (made === undefined) {
          const same = await trx.selectFrom('xima_checks').select('id').where('request_id', '=', requestId).executeTakeFirst();
          if (same) return { outcome: 'already asked', id: same.id };
          const known = await trx
            .selectFrom('xima_checks')
            .select('id')
            .where('api_url', '=', values.apiUrl)
            .where('domain', '=', values.domain)
            .where('status', '<>', 'closed')
            .executeTakeFirstOrThrow();
          return { outcome: 'known', id: known.id };
        }
        await putPost(trx, ownerKey({ xima: id }), { team, channel: room });
        await startRound(trx, note, id, 1, ximaDeeds.requested(id, by, values));
        return { outcome: 'created', id };
      }),

    get: (id) =>
      reaching(
        async () => (await readXima(db, await db.selectFrom('xima_checks').selectAll().where('id', '=', id).execute()))[0],
      ),

    list: () =>
      reaching(async () => {
        const live = db.selectFrom('xima_checks').selectAll().where('status', '<>', 'closed').orderBy('requested_at', 'desc');
        return readXima(db, await live.execute());
      }),

    correct: (id, values, by) =>
      audited(db, async (trx, note) => {
        const row = await live(trx, id);
        if (row === undefined) return false;
        await trx.updateTable('xima_checks').set(columns(values)).where('id', '=', id).execute();
        await newRound(trx, note, row, ximaDeeds.corrected(id, by, toValues(row), values));
        return true;
      }),

    again: (id, by) =>
      audited(db, async (trx, note) => {
        const row = await live(trx, id);
        if (row !== undefined) await newRound(trx, note, row, ximaDeeds.madeAgain(id, by));
        return row !== undefined;
      }),

    close: (id, by) =>
      audited(db, async (trx, note) => {
        const row = await live(trx, id);
        if (row === undefined) return false;
        await newRound(trx, note, row, ximaDeeds.closed(id, by));
        await trx
          .updateTable('xima_checks')
          .set({ status: 'closed', hand_over_hash: null, hand_over_expires: null })
          .where('id', '=', id)
          .execute();
        return true;
      }),

    begin: (id, round) =>
      audited(db, async (trx) => {
        const row = await live(trx, id);
        if (row?.round !== round) return false;
        await trx.updateTable('xima_checks').set({ status: 'checking' }).where('id', '=', id).execute();
        await touchPost(trx, ownerKey({ xima: id }));
        return true;
      }),

    report: (id, round, report) =>
      audited(db, async (trx, note) => {
        const row = await live(trx, id);
        if (row?.round !== round) return;
        await trx.updateTable('xima_checks').set({ status: 'checked' }).where('id', '=', id).execute();
        await keepReport(trx, ownerKey({ xima: id }), report);
        note(ximaDeeds.reported(id, round, report));
        await lookSoon(trx, ownerKey({ xima: id }));
        await touchPost(trx, ownerKey({ xima: id }));
      }),

    remind: (id, number) =>
      audited(db, async (trx) => {
        if ((await live(trx, id)) !== undefined) await putReminder(trx, ownerKey({ xima: id }), number);
      }),

    ...ximaHandOver({ db, key, clock }),
  };
}

/** A secret has come: the round that waits for it goes on, and one that is over is made again. */
export async function takeXimaSecret(trx: Trx, note: Note, id: string): Promise<void> {
  const row = await live(trx, id);
  if (row === undefined) return;
  if (row.status === 'waiting') await changes(trx, note).dispatch({ kind: 'nudge', ...engineRun(id, row.round), input: null });
  else await newRound(trx, note, row);
  await touchPost(trx, ownerKey({ xima: id }));
}

/** The check, locked until the transaction ends, unless it is closed. */
const live = (trx: Trx, id: string): Promise<Row | undefined> =>
  trx.selectFrom('xima_checks').selectAll().where('id', '=', id).where('status', '<>', 'closed').forUpdate().executeTakeFirst();

async function newRound(trx: Trx, note: Note, { id, round }: Row, ...deeds: readonly Audited[]): Promise<void> {
  await trx
    .updateTable('xima_checks')
    .set({ round: round + 1, status: 'waiting' })
    .where('id', '=', id)
    .execute();
  await startRound(trx, note, id, round + 1, ...deeds);
}

async function startRound(trx: Trx, note: Note, id: string, round: number, ...deeds: readonly Audited[]): Promise<void> {
  const input = JSON.stringify({ check: id, round });
  await changes(trx, note).dispatch({ kind: 'start', ...engineRun(id, round), input });
  note(...deeds);
  await touchPost(trx, ownerKey({ xima: id }));
}

const engineRun = (id: string, round: number) => ({ workflow: CHECK_FOR_XIMA, key: ximaRun(id, round) });

export async function readXima(db: Database | Trx, rows: readonly Row[]): Promise<readonly XimaCheck[]> {
  if (rows.length === 0) return [];
  const owners = rows.map(({ id }) => ownerKey({ xima: id }));
  const [secrets, reports] = await Promise.all([
    db.selectFrom('secrets').select(['owner', 'field', 'fingerprint', 'destroyed_at']).where('owner', 'in', owners).execute(),
    db.selectFrom('readiness_reports').select(['subject', 'report']).where('subject', 'in', owners).execute(),
  ]);
  const print = (id: string, field: string) =>
    secrets.find((one) => one.owner === ownerKey({ xima: id }) && one.field === field && one.destroyed_at === null)?.fingerprint;
  return rows.map((row) => {
    const stored = reports.find(({ subject }) => subject === ownerKey({ xima: row.id }))?.report;
    return {
      id: row.id,
      team: row.team,
      status: row.status,
      values: toValues(row),
      requestedBy: row.requested_by,
      requestedAt: row.requested_at,
      round: row.round,
      clientSecretFingerprint: print(row.id, 'api_client_secret'),
      passwordFingerprint: print(row.id, 'api_password'),
      report: stored && toReport(stored),
      handOverRevealedAt: row.hand_over_revealed_at ?? undefined,
    };
  });
}

const toValues = (row: Row): XimaValues => ({
  domain: row.domain,
  sipProxyServerHost: row.sip_proxy_server_host,
  sipProxyServerPort: row.sip_proxy_server_port,
  apiUrl: row.api_url,
  apiClientId: row.api_client_id,
  apiUsername: row.api_username,
  did: row.did,
});

const columns = (values: XimaValues) => ({
  domain: values.domain,
  sip_proxy_server_host: values.sipProxyServerHost,
  sip_proxy_server_port: values.sipProxyServerPort,
  api_url: values.apiUrl,
  api_client_id: values.apiClientId,
  api_username: values.apiUsername,
  did: values.did,
});
