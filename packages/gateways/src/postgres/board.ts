import type { Clock, ReminderFor, Team } from '@enablement/core';
import { sql } from 'kysely';
import { type Database, reaching } from './connect.ts';
import { noneOf } from './one-of.ts';

/** A card that has something new to show, or was never shown. */
export interface StaleCard {
  readonly enablement: string;
  readonly team: Team;
  readonly channel: string;
  readonly ts: string | undefined;
  /** When it was last posted or edited. */
  readonly shownAt: Date | undefined;
  /** Since when a posting is under way whose end is not known. */
  readonly attempted: Date | undefined;
}

export interface DueReminder {
  readonly key: string;
  readonly enablement: string;
  readonly team: Team;
  readonly text: string;
  readonly whom: ReminderFor;
  /** The card's place. */
  readonly channel: string;
  readonly ts: string;
  /** Since when a posting is under way whose end is not known. */
  readonly attempted: Date | undefined;
}

/** Where cards stand in the chat, and what they still have to show. What is read here is bounded: thousands of runs may be open. */
export interface Board {
  /** Those that were not shown for longest come first; those of workspaces that cannot be reached are left out. */
  stale(most: number, without: readonly Team[]): Promise<readonly StaleCard[]>;
  /** The newest card of an open run that was not shown since then: its message may have been deleted meanwhile. */
  unseenSince(time: Date, without: readonly Team[]): Promise<StaleCard | undefined>;
  attempt(enablement: string): Promise<void>;
  shown(enablement: string, ts: string, version: number): Promise<void>;
  /** Slack refused it: the others come first. */
  tried(enablement: string): Promise<void>;
  /** The message is gone, or the channel: it is posted anew, in `channel`. */
  move(enablement: string, channel: string): Promise<void>;
  where(enablement: string): Promise<{ readonly channel: string; readonly ts: string } | undefined>;
  /** Oldest first. */
  reminders(most: number, without: readonly Team[]): Promise<readonly DueReminder[]>;
  attemptReminder(key: string): Promise<void>;
  reminded(key: string): Promise<void>;
}

export function createBoard({ db, clock }: { db: Database; clock: Clock }): Board {
  const cards = () =>
    db
      .selectFrom('cards')
      .innerJoin('enablements', 'enablements.id', 'cards.enablement')
      .select(['cards.enablement', 'cards.channel', 'cards.ts', 'cards.shown_at', 'cards.attempted_at'])
      .select('enablements.team');
  const change = (enablement: string) => db.updateTable('cards').where('enablement', '=', enablement);

  return {
    stale: (most, without) =>
      reaching(async () => {
        const rows = await cards()
          .whereRef('cards.shown_version', '<', 'enablements.version')
          .where('enablements.team', '<>', noneOf(without))
          .orderBy('cards.shown_at', (order) => order.asc().nullsFirst())
          .orderBy('enablements.requested_at')
          .limit(most)
          .execute();
        return rows.map(toCard);
      }),
    unseenSince: (time, without) =>
      reaching(async () => {
        const row = await cards()
          .where('cards.ts', 'is not', null)
          .where('enablements.team', '<>', noneOf(without))
          .where((eb) => eb.or([eb('cards.shown_at', '<', time), eb('cards.shown_at', 'is', null)]))
          .where((eb) =>
            eb.or([
              eb('enablements.status', '=', 'running'),
              eb.exists(
                eb
                  .selectFrom('domains')
                  .select('domain')
                  .whereRef('domains.enablement', '=', 'enablements.id')
                  .where('enablements.status', '=', 'enabled')
                  .where('domains.status', 'in', ['wanted', 'running']),
              ),
            ]),
          )
          .orderBy('enablements.requested_at', 'desc')
          .limit(1)
          .executeTakeFirst();
        return row && toCard(row);
      }),
    attempt: (enablement) =>
      reaching(async () => {
        const attempted_at = sql<Date>`coalesce(attempted_at, ${clock.now()})`;
        await change(enablement).set({ attempted_at }).execute();
      }),
    shown: (enablement, ts, version) =>
      reaching(async () => {
        await change(enablement).set({ ts, shown_version: version, shown_at: clock.now() }).execute();
      }),
    tried: (enablement) =>
      reaching(async () => {
        await change(enablement).set({ shown_at: clock.now() }).execute();
      }),
    move: (enablement, channel) =>
      reaching(async () => {
        await change(enablement).set({ channel, ts: null, attempted_at: null, shown_version: -1 }).execute();
      }),
    where: (enablement) =>
      reaching(async () => {
        const row = await db
          .selectFrom('cards')
          .select(['channel', 'ts'])
          .where('enablement', '=', enablement)
          .executeTakeFirst();
        return row?.ts ? { channel: row.channel, ts: row.ts } : undefined;
      }),
    reminders: (most, without) =>
      reaching(async () => {
        const rows = await db
          .selectFrom('reminders')
          .innerJoin('cards', 'cards.enablement', 'reminders.enablement')
          .innerJoin('enablements', 'enablements.id', 'reminders.enablement')
          .where('enablements.team', '<>', noneOf(without))
          .select(['reminders.key', 'reminders.enablement', 'reminders.text', 'reminders.whom', 'reminders.attempted_at'])
          .select(['cards.channel', 'cards.ts', 'enablements.team'])
          .where('reminders.posted_at', 'is', null)
          .where('cards.ts', 'is not', null)
          .orderBy('reminders.made_at')
          .limit(most)
          .execute();
        return rows.map(({ attempted_at, ts, ...row }) => ({ ...row, ts: ts ?? '', attempted: attempted_at ?? undefined }));
      }),
    attemptReminder: (key) =>
      reaching(async () => {
        const attempted_at = sql<Date>`coalesce(attempted_at, ${clock.now()})`;
        await db.updateTable('reminders').set({ attempted_at }).where('key', '=', key).execute();
      }),
    reminded: (key) =>
      reaching(async () => {
        await db.updateTable('reminders').set({ posted_at: clock.now() }).where('key', '=', key).execute();
      }),
  };
}

const toCard = (row: {
  enablement: string;
  team: string;
  channel: string;
  ts: string | null;
  shown_at: Date | null;
  attempted_at: Date | null;
}): StaleCard => ({
  enablement: row.enablement,
  team: row.team,
  channel: row.channel,
  ts: row.ts ?? undefined,
  shownAt: row.shown_at ?? undefined,
  attempted: row.attempted_at ?? undefined,
});
