import type { AuditEntry, Clock, Team } from '@enablement/core';
import { sql } from 'kysely';
import { type Database, reaching } from './connect.ts';
import { noneOf } from './one-of.ts';

/** A card under which not everything is told yet that was done. */
export interface UntoldCard {
  readonly enablement: string;
  readonly team: Team;
  readonly channel: string;
  readonly ts: string;
  /** The run's version now: what is told up to the end of the audit covers it. */
  readonly version: number;
  /** The number of the last entry that is told. */
  readonly toldSeq: number;
  /** Since when a posting is under way whose end is not known. */
  readonly attempted: Date | undefined;
}

/**
 * How far the threads under the cards tell the audit of their runs. Entries are numbered in the order in which they became true, so
 * one number is enough to know what was told.
 */
export interface Threads {
  untold(most: number, without: readonly Team[]): Promise<readonly UntoldCard[]>;
  /** Entries of a run around a number: at most `before` up to it, and at most `most` after it. */
  entries(
    enablement: string,
    seq: number,
    most: number,
    before: number,
  ): Promise<{ readonly told: readonly AuditEntry[]; readonly untold: readonly AuditEntry[] }>;
  attempt(enablement: string): Promise<void>;
  /** Told up to this entry. With `version`, nothing that this version of the run knows is left. */
  told(enablement: string, seq: number, version: number | undefined): Promise<void>;
}

export function createThreads({ db, clock }: { db: Database; clock: Clock }): Threads {
  const change = (enablement: string) => db.updateTable('cards').where('enablement', '=', enablement);
  const entriesOf = (enablement: string) => db.selectFrom('audit').select('entry').where('enablement', '=', enablement);
  return {
    untold: (most, without) =>
      reaching(async () => {
        const rows = await db
          .selectFrom('cards')
          .innerJoin('enablements', 'enablements.id', 'cards.enablement')
          .select(['cards.enablement', 'cards.channel', 'cards.ts', 'cards.told_seq', 'cards.telling_at', 'enablements.version'])
          .select('enablements.team')
          .where('enablements.team', '<>', noneOf(without))
          .whereRef('cards.told_version', '<', 'enablements.version')
          .where('cards.ts', 'is not', null)
          .orderBy('cards.told_seq')
          .limit(most)
          .execute();
        return rows.map(({ ts, told_seq, telling_at, ...row }) => ({
          ...row,
          ts: ts ?? '',
          toldSeq: Number(told_seq),
          attempted: telling_at ?? undefined,
        }));
      }),
    entries: (enablement, seq, most, before) =>
      reaching(async () => {
        const [untold, told] = await Promise.all([
          entriesOf(enablement).where('seq', '>', String(seq)).orderBy('seq').limit(most).execute(),
          entriesOf(enablement).where('seq', '<=', String(seq)).orderBy('seq', 'desc').limit(before).execute(),
        ]);
        return { told: told.reverse().map(({ entry }) => entry), untold: untold.map(({ entry }) => entry) };
      }),
    attempt: (enablement) =>
      reaching(async () => {
        await change(enablement)
          .set({ telling_at: sql<Date>`coalesce(telling_at, ${clock.now()})` })
          .execute();
      }),
    told: (enablement, seq, version) =>
      reaching(async () => {
        const known = version === undefined ? {} : { told_version: version };
        await change(enablement)
          .set({ told_seq: seq, telling_at: null, ...known })
          .execute();
      }),
  };
}
