import type { Clock, ReminderFor } from '@enablement/core';
import { type Database, reaching } from './connect.ts';

/** A card whose enablement has changed since it was shown, or that was never shown. */
export interface StaleCard {
  readonly enablement: string;
  readonly channel: string;
  readonly ts: string | undefined;
  /** A posting was begun and its end is not known. */
  readonly attempted: boolean;
}

export interface DueReminder {
  readonly key: string;
  readonly enablement: string;
  readonly text: string;
  readonly whom: ReminderFor;
  /** The card's place. */
  readonly channel: string;
  readonly ts: string;
  /** A posting was begun and its end is not known. */
  readonly attempted: boolean;
}

/** Where cards stand in the chat, and what they still have to show. */
export interface Board {
  stale(): Promise<readonly StaleCard[]>;
  attempt(enablement: string): Promise<void>;
  shown(enablement: string, ts: string, version: number): Promise<void>;
  /** The message is gone, or the channel: it is posted anew, in `channel`. */
  move(enablement: string, channel: string): Promise<void>;
  where(enablement: string): Promise<{ readonly channel: string; readonly ts: string } | undefined>;
  reminders(): Promise<readonly DueReminder[]>;
  attemptReminder(key: string): Promise<void>;
  reminded(key: string): Promise<void>;
}

export function createBoard({ db, clock }: { db: Database; clock: Clock }): Board {
  return {
    stale: () =>
      reaching(async () => {
        const rows = await db
          .selectFrom('cards')
          .innerJoin('enablements', 'enablements.id', 'cards.enablement')
          .select(['cards.enablement', 'cards.channel', 'cards.ts', 'cards.attempted_at'])
          .whereRef('cards.shown_version', '<', 'enablements.version')
          .orderBy('enablements.requested_at')
          .execute();
        return rows.map(({ enablement, channel, ts, attempted_at }) => ({
          enablement,
          channel,
          ts: ts ?? undefined,
          attempted: attempted_at !== null,
        }));
      }),
    attempt: (enablement) =>
      reaching(async () => {
        await db.updateTable('cards').set({ attempted_at: clock.now() }).where('enablement', '=', enablement).execute();
      }),
    shown: (enablement, ts, version) =>
      reaching(async () => {
        await db.updateTable('cards').set({ ts, shown_version: version }).where('enablement', '=', enablement).execute();
      }),
    move: (enablement, channel) =>
      reaching(async () => {
        const anew = { channel, ts: null, attempted_at: null, shown_version: -1 };
        await db.updateTable('cards').set(anew).where('enablement', '=', enablement).execute();
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
    reminders: () =>
      reaching(async () => {
        const rows = await db
          .selectFrom('reminders')
          .innerJoin('cards', 'cards.enablement', 'reminders.enablement')
          .select(['reminders.key', 'reminders.enablement', 'reminders.text', 'reminders.whom', 'reminders.attempted_at'])
          .select(['cards.channel', 'cards.ts'])
          .where('reminders.posted_at', 'is', null)
          .where('cards.ts', 'is not', null)
          .orderBy('reminders.made_at')
          .execute();
        return rows.map(({ attempted_at, ts, ...row }) => ({ ...row, ts: ts ?? '', attempted: attempted_at !== null }));
      }),
    attemptReminder: (key) =>
      reaching(async () => {
        await db.updateTable('reminders').set({ attempted_at: clock.now() }).where('key', '=', key).execute();
      }),
    reminded: (key) =>
      reaching(async () => {
        await db.updateTable('reminders').set({ posted_at: clock.now() }).where('key', '=', key).execute();
      }),
  };
}
