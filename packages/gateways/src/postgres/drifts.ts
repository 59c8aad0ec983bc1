import {
  type Clock,
  type Drift,
  type Drifts,
  decideDrift,
  driftDeeds,
  type Finding,
  ownerKey,
  ownerOf,
  type Team,
  type Watched,
} from '@enablement/core';
import { type Selectable, sql, type Transaction } from 'kysely';
import { audited, type Note } from './audit/append.ts';
import { type Database, reaching } from './connect.ts';
import { putPost, touchPost } from './posts.ts';
import { keepReport, toFinding } from './readiness-reports.ts';
import type { Tables } from './tables.ts';

type Trx = Transaction<Tables>;

/** A pass looks at no more than this; what is left is taken by the next. */
const AT_ONCE = 20;

/** What is watched after go-live, on PostgreSQL. `random`, from 0 to below 1, spreads what is new. */
export function createDrifts({ db, clock, random }: { db: Database; clock: Clock; random: () => number }): Drifts {
  return {
    due: (lease, within) =>
      audited(db, async (trx) => {
        const now = clock.now().getTime();
        const fresh = await unwatched(trx);
        if (fresh.length > 0)
          await trx
            .insertInto('watches')
            .values(fresh.map((subject) => ({ subject, due_at: new Date(now + random() * within), accepted: null })))
            .onConflict((conflict) => conflict.doNothing())
            .execute();
        const claimed = await trx
          .updateTable('watches')
          .set({ due_at: new Date(now + lease) })
          .where('subject', 'in', (query) =>
            query
              .selectFrom('watches')
              .select('subject')
              .where('due_at', '<=', new Date(now))
              .orderBy('due_at')
              .limit(AT_ONCE)
              .forUpdate()
              .skipLocked(),
          )
          .returning('subject')
          .execute();
        return claimed.map(({ subject }) => watchedOf(subject));
      }),

    found: (watched, report) =>
      audited(db, async (trx, note) => {
        const subject = ownerKey(watched);
        const watch = await trx
          .selectFrom('watches')
          .select('accepted')
          .where('subject', '=', subject)
          .forUpdate()
          .executeTakeFirst();
        const open = await openDrift(trx, subject);
        const before = watch?.accepted ? { items: open?.items.map(toFinding) ?? [], accepted: watch.accepted } : undefined;
        const { items, accepted } = decideDrift(before, report.findings);
        await trx
          .updateTable('watches')
          .set({ accepted: JSON.stringify(accepted) })
          .where('subject', '=', subject)
          .execute();
        await keepReport(trx, subject, report);
        await write(trx, note, watched, open, items);
        return items.length > 0;
      }),

    next: (watched, when) =>
      reaching(async () => {
        await db.updateTable('watches').set({ due_at: when }).where('subject', '=', ownerKey(watched)).execute();
      }),

    forget: (watched) =>
      audited(db, async (trx, note) => {
        const subject = ownerKey(watched);
        await write(trx, note, watched, await openDrift(trx, subject), []);
        await trx.deleteFrom('watches').where('subject', '=', subject).execute();
      }),

    now: (watched, by) =>
      audited(db, async (trx, note) => {
        const set = trx.updateTable('watches').set({ due_at: clock.now() }).where('subject', '=', ownerKey(watched));
        const found = await set.returning('subject').executeTakeFirst();
        if (found) note(driftDeeds.lookedForNow(watched, by));
        return found !== undefined;
      }),

    get: (id) =>
      reaching(async () => {
        const row = await db.selectFrom('drifts').selectAll().where('id', '=', id).executeTakeFirst();
        return row && toDrift(row);
      }),
  };

  /** Opens, changes or closes, and shows it. */
  async function write(
    trx: Trx,
    note: Note,
    watched: Watched,
    open: Selectable<Tables['drifts']> | undefined,
    items: readonly Finding[],
  ): Promise<void> {
    const stored = JSON.stringify(items);
    if (open === undefined) {
      if (items.length === 0) return;
      const row = { subject: ownerKey(watched), items: stored, opened_at: clock.now() };
      const { id } = await trx.insertInto('drifts').values(row).returning('id').executeTakeFirstOrThrow();
      note(driftDeeds.opened(watched, items));
      await putPost(trx, postOf(id), await roomOf(trx, watched));
      await touchPost(trx, postOf(id));
      return;
    }
    const change = items.length > 0 ? { items: stored } : { closed_at: clock.now() };
    await trx.updateTable('drifts').set(change).where('id', '=', open.id).execute();
    const same = keys(open.items.map(toFinding)) === keys(items);
    if (items.length === 0) note(driftDeeds.closed(watched));
    else if (!same) note(driftDeeds.changed(watched, items));
    await touchPost(trx, postOf(open.id));
  }
}

/** Something was mended, perhaps: it is looked at again soon. */
export async function lookSoon(trx: Trx, subject: string): Promise<void> {
  const soon = sql<Date>`least(due_at, now() + interval '1 minute')`;
  await trx.updateTable('watches').set({ due_at: soon }).where('subject', '=', subject).execute();
}

const keys = (items: readonly Finding[]): string => JSON.stringify(items.map(({ target, check }) => [target, check]));
const postOf = (id: string): string => `drift/${id}`;

const openDrift = (trx: Trx, subject: string) =>
  trx
    .selectFrom('drifts')
    .selectAll()
    .where('subject', '=', subject)
    .where('closed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();

/** What is live and nobody watches yet. */
async function unwatched(trx: Trx): Promise<readonly string[]> {
  const watched = trx.selectFrom('watches').select('subject');
  const environments = await trx
    .selectFrom('enablements')
    .select('id')
    .where('status', '=', 'enabled')
    .where('id', 'not in', watched)
    .execute();
  const checks = await trx
    .selectFrom('xima_checks')
    .select('id')
    .where('status', '=', 'checked')
    .where(sql<string>`'xima/' || id`, 'not in', watched)
    .execute();
  return [...environments.map(({ id }) => id), ...checks.map(({ id }) => ownerKey({ xima: id }))];
}

function watchedOf(subject: string): Watched {
  const owner = ownerOf(subject);
  return 'xima' in owner ? owner : { enablement: owner.enablement };
}

/** Where the card of it stands, so that the news comes to the same people. */
async function roomOf(trx: Trx, watched: Watched): Promise<{ readonly team: Team; readonly channel: string }> {
  const card =
    'xima' in watched
      ? trx.selectFrom('posts').select(['team', 'channel']).where('subject', '=', ownerKey(watched))
      : trx
          .selectFrom('cards')
          .innerJoin('enablements', 'enablements.id', 'cards.enablement')
          .select(['enablements.team', 'cards.channel'])
          .where('cards.enablement', '=', watched.enablement);
  return card.executeTakeFirstOrThrow();
}

const toDrift = (row: Selectable<Tables['drifts']>): Drift => ({
  id: row.id,
  owner: ownerOf(row.subject),
  items: row.items.map(toFinding),
  openedAt: row.opened_at,
  closedAt: row.closed_at ?? undefined,
});
