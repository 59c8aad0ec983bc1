import { hash as digest } from 'node:crypto';
import { type Database, reaching } from '../connect.ts';

/** What each installation got last: a hash of it. Throws `Unreachable` when the database is away. */
export interface Deliveries {
  /** Whether it got exactly this. */
  has(installation: Installation, payload: string): Promise<boolean>;
  note(installation: Installation, payload: string): Promise<void>;
  /** It was told to drop what it had. */
  forget(installation: Installation): Promise<void>;
}

export interface Installation {
  readonly cloudId: string;
  /** As the app calls itself; it changes when the app is installed anew. */
  readonly device: string;
}

/** In memory the hash alone is kept, of the installations that asked last. */
const REMEMBERED = 200_000;
const BYTES = 12;

export function createDeliveries(db: Database): Deliveries {
  const remembered = new Map<string, string>();
  const hash = (text: string) => digest('sha256', text, 'buffer');
  const short = (text: string) => hash(text).toString('latin1', 0, BYTES);
  const keyOf = ({ cloudId, device }: Installation) => short(`${cloudId} ${device}`);
  const remember = (key: string, payload: string) => {
    remembered.set(key, payload);
    if (remembered.size > REMEMBERED) for (const oldest of remembered.keys()) return void remembered.delete(oldest);
  };

  return {
    async has(installation, payload) {
      const [key, given] = [keyOf(installation), short(payload)];
      if (remembered.get(key) === given) return true;
      const row = await reaching(() =>
        db
          .selectFrom('phone_deliveries')
          .select('payload')
          .where('cloud_id', '=', installation.cloudId)
          .where('device', '=', installation.device)
          .executeTakeFirst(),
      );
      const same = row?.payload.equals(hash(payload)) ?? false;
      if (same) remember(key, given);
      return same;
    },

    async note({ cloudId, device }, payload) {
      const row = { payload: hash(payload), given_at: new Date() };
      await reaching(() =>
        db
          .insertInto('phone_deliveries')
          .values({ cloud_id: cloudId, device, ...row })
          .onConflict((conflict) => conflict.columns(['cloud_id', 'device']).doUpdateSet(row))
          .execute(),
      );
      remember(keyOf({ cloudId, device }), short(payload));
    },

    async forget({ cloudId, device }) {
      remembered.delete(keyOf({ cloudId, device }));
      await reaching(() =>
        db.deleteFrom('phone_deliveries').where('cloud_id', '=', cloudId).where('device', '=', device).execute(),
      );
    },
  };
}
