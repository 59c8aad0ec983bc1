import { createHmac } from 'node:crypto';
import {
  type Clock,
  type Counted,
  countsOf,
  type Duration,
  days,
  FORGOTTEN,
  type LoginKey,
  type PhoneTries,
  type TrySource,
  waitAfter,
} from '@enablement/core';
import { sql } from 'kysely';
import type { SecretsKey } from '../../vault/index.ts';
import { type Database, reaching } from '../connect.ts';

/** Somebody who has not signed in from a place for this long is a stranger there again. */
const REMEMBERED: Duration = days(90);

export interface SweptTries extends PhoneTries {
  /** Deletes what counts no more. */
  sweep(): Promise<void>;
}

/** Keyed hashes, so that the table names neither people nor addresses. */
export function createPhoneTries({
  db,
  key,
  clock,
}: {
  readonly db: Database;
  readonly key: SecretsKey;
  readonly clock: Clock;
}): SweptTries {
  const secret = key.derive('phone tries');
  const hash = (...parts: readonly string[]) => createHmac('sha256', secret).update(JSON.stringify(parts)).digest();
  const placeOf = ({ cloudId, name }: LoginKey, { source }: TrySource) => hash('place', cloudId, name, source);

  const countKey = (counted: Counted, { cloudId, name }: LoginKey, { source, address = '' }: TrySource) => {
    if (counted === 'address') return hash('address', address);
    return counted === 'user' ? hash('user', cloudId, name) : hash('here', cloudId, name, source);
  };

  async function keysOf(login: LoginKey, from: TrySource) {
    const known = await db.selectFrom('phone_sources').select('key').where('key', '=', placeOf(login, from)).executeTakeFirst();
    return countsOf(known !== undefined, from.address !== undefined).map((counted) => ({
      counted,
      key: countKey(counted, login, from),
    }));
  }

  return {
    lockedFor: (login, from) =>
      reaching(async () => {
        const keys = await keysOf(login, from);
        const rows = await db
          .selectFrom('phone_tries')
          .selectAll()
          .where(
            'key',
            'in',
            keys.map((one) => one.key),
          )
          .execute();
        const waits = keys.map(({ counted, key: own }) => {
          const row = rows.find((one) => one.key.equals(own));
          return row === undefined ? 0 : waitAfter(counted, row, clock.now());
        });
        return Math.max(0, ...waits);
      }),

    failed: (login, from) =>
      reaching(async () => {
        const last = clock.now();
        const forgotten = new Date(last.getTime() - FORGOTTEN);
        // In one order, so that two who count the same do not wait for each other for ever.
        const keys = (await keysOf(login, from)).map((one) => one.key).toSorted(Buffer.compare);
        await db
          .insertInto('phone_tries')
          .values(keys.map((own) => ({ key: own, failures: 1, last })))
          .onConflict((conflict) =>
            conflict.column('key').doUpdateSet({
              failures: sql`case when phone_tries.last < ${forgotten} then 1 else phone_tries.failures + 1 end`,
              last,
            }),
          )
          .execute();
      }),

    succeeded: (login, from) =>
      reaching(async () => {
        const last = clock.now();
        await db
          .insertInto('phone_sources')
          .values({ key: placeOf(login, from), last })
          .onConflict((conflict) => conflict.column('key').doUpdateSet({ last }))
          .execute();
        await db
          .deleteFrom('phone_tries')
          .where('key', '=', countKey('here', login, from))
          .execute();
      }),

    sweep: () =>
      reaching(async () => {
        const now = clock.now().getTime();
        await db
          .deleteFrom('phone_tries')
          .where('last', '<', new Date(now - FORGOTTEN))
          .execute();
        await db
          .deleteFrom('phone_sources')
          .where('last', '<', new Date(now - REMEMBERED))
          .execute();
      }),
  };
}
