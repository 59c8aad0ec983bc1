import type { Clock, Team } from '@enablement/core';
import { sql, type Transaction } from 'kysely';
import { type Database, reaching } from './connect.ts';
import type { Tables } from './tables.ts';

/** The channel of `pg_notify`: a post has something new to show. */
export const POST_CHANGED = 'post_changed';

/** Of a post, the one in its thread that holds what the post itself has no room for. */
export const detailsOf = (subject: string): string => `${subject}#details`;

/** Of a post, a reminder in its thread. */
export const reminderOf = (subject: string, number: number): string => `${subject}#reminder ${number}`;

/** A post that has changed since it was shown, or was never shown. */
export interface StalePost {
  readonly subject: string;
  readonly team: Team;
  readonly channel: string;
  readonly ts: string | undefined;
  /** The post in whose thread it stands, and where that stands. */
  readonly parent: string | undefined;
  readonly thread: string | undefined;
  /** Since when a posting is under way whose end is not known. */
  readonly attempted: Date | undefined;
  readonly version: number;
}

/** Where messages stand in the chat, and what they still have to show. */
export interface Posts {
  /** Those whose thread does not exist yet come later. */
  stale(): Promise<readonly StalePost[]>;
  attempt(subject: string): Promise<void>;
  shown(subject: string, ts: string, version: number): Promise<void>;
  /** The message is gone, or the channel: it is posted anew in `channel`, and so is what stood in its thread. */
  move(subject: string, channel: string): Promise<void>;
}

export function createPosts({ db, clock }: { db: Database; clock: Clock }): Posts {
  return {
    stale: () =>
      reaching(async () => {
        const rows = await db
          .selectFrom('posts')
          .leftJoin('posts as parents', 'parents.subject', 'posts.parent')
          .select([
            'posts.subject',
            'posts.team',
            'posts.channel',
            'posts.ts',
            'posts.attempted_at',
            'posts.version',
            'posts.parent',
          ])
          .select('parents.ts as thread')
          .whereRef('posts.shown_version', '<', 'posts.version')
          .where((eb) => eb.or([eb('posts.parent', 'is', null), eb('parents.ts', 'is not', null)]))
          .orderBy('posts.subject')
          .execute();
        return rows.map(({ subject, team, channel, ts, parent, thread, attempted_at, version }) => ({
          subject,
          team,
          channel,
          ts: ts ?? undefined,
          parent: parent ?? undefined,
          thread: thread ?? undefined,
          attempted: attempted_at ?? undefined,
          version,
        }));
      }),
    attempt: (subject) =>
      reaching(async () => {
        await db.updateTable('posts').set({ attempted_at: clock.now() }).where('subject', '=', subject).execute();
      }),
    shown: (subject, ts, version) =>
      reaching(async () => {
        await db.updateTable('posts').set({ ts, shown_version: version }).where('subject', '=', subject).execute();
      }),
    move: (subject, channel) =>
      reaching(async () => {
        await db
          .updateTable('posts')
          .set({ channel, ts: null, attempted_at: null, shown_version: -1 })
          .where((eb) => eb.or([eb('subject', '=', subject), eb('parent', '=', subject)]))
          .execute();
      }),
  };
}

/** A post, and one in its thread for the details, once each. */
export async function putPost(
  trx: Transaction<Tables>,
  subject: string,
  { team, channel }: Pick<StalePost, 'team' | 'channel'>,
): Promise<void> {
  await trx
    .insertInto('posts')
    .values([
      { subject, team, channel },
      { subject: detailsOf(subject), parent: subject, team, channel },
    ])
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** A message in the thread of a post, once for each number. It is never edited. */
export async function putReminder(trx: Transaction<Tables>, parent: string, number: number): Promise<void> {
  await trx
    .insertInto('posts')
    .columns(['subject', 'parent', 'team', 'channel'])
    .expression((eb) =>
      eb
        .selectFrom('posts')
        .select([sql.lit(reminderOf(parent, number)).as('subject'), 'subject as parent', 'team', 'channel'])
        .where('subject', '=', parent),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await sql`select pg_notify(${POST_CHANGED}, ${parent})`.execute(trx);
}

export async function touchPost(trx: Transaction<Tables>, subject: string): Promise<void> {
  await trx
    .updateTable('posts')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('subject', 'in', [subject, detailsOf(subject)])
    .execute();
  await sql`select pg_notify(${POST_CHANGED}, ${subject})`.execute(trx);
}
