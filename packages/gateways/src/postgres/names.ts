import { type Database, reaching } from './connect.ts';
import { oneOf } from './one-of.ts';

/** What people are called, for those who cannot ask the chat. */
export interface Names {
  know(person: string, name: string): Promise<void>;
  /** By person; who was never met is not in it. */
  of(people: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

export function createNames(db: Database): Names {
  return {
    know: (person, name) =>
      reaching(async () => {
        await db
          .insertInto('names')
          .values({ person, name })
          .onConflict((conflict) => conflict.column('person').doUpdateSet({ name }))
          .execute();
      }),
    of: (people) =>
      reaching(async () => {
        const rows = await db
          .selectFrom('names')
          .selectAll()
          .where('person', '=', oneOf([...new Set(people)]))
          .execute();
        return new Map(rows.map(({ person, name }) => [person, name]));
      }),
  };
}
