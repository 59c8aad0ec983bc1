import type { Clock, Duration, Person, Team } from '@enablement/core';
import { type Database, reaching } from './connect.ts';

export interface OpenHome {
  readonly team: Team;
  readonly person: Person;
  /** Where what they start from Home is shown. */
  readonly room: string;
  /** Of what is shown now. */
  readonly shown: string | undefined;
}

/** The Home tabs that are worth bringing up to date. */
export interface Homes {
  opened(team: Team, person: Person, room: string): Promise<OpenHome>;
  /** Opened within this long, those that were shown longest ago first. */
  lately(within: Duration, most: number): Promise<readonly OpenHome[]>;
  shown(home: Pick<OpenHome, 'team' | 'person'>, hash: string): Promise<void>;
}

export function createHomes({ db, clock }: { db: Database; clock: Clock }): Homes {
  const toHome = ({
    team,
    person,
    room,
    shown,
  }: {
    team: string;
    person: string;
    room: string;
    shown: string | null;
  }): OpenHome => ({
    team,
    person,
    room,
    shown: shown ?? undefined,
  });
  return {
    opened: (team, person, room) =>
      reaching(async () => {
        const opened_at = clock.now();
        const row = await db
          .insertInto('homes')
          .values({ team, person, room, opened_at })
          .onConflict((conflict) => conflict.columns(['team', 'person']).doUpdateSet({ room, opened_at }))
          .returning(['team', 'person', 'room', 'shown'])
          .executeTakeFirstOrThrow();
        return toHome(row);
      }),
    lately: (within, most) =>
      reaching(async () => {
        const rows = await db
          .selectFrom('homes')
          .select(['team', 'person', 'room', 'shown'])
          .where('opened_at', '>', new Date(clock.now().getTime() - within))
          .orderBy('shown_at', (order) => order.asc().nullsFirst())
          .limit(most)
          .execute();
        return rows.map(toHome);
      }),
    shown: ({ team, person }, hash) =>
      reaching(async () => {
        await db
          .updateTable('homes')
          .set({ shown: hash, shown_at: clock.now() })
          .where('team', '=', team)
          .where('person', '=', person)
          .execute();
      }),
  };
}
