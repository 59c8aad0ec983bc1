import { hash as digest } from 'node:crypto';
import { type Database, reaching } from '../connect.ts';

/** What each installation got last: a hash of it. Throws `Unreachable` when the database is away. */
export interface Deliveries {
  /** Whether it got exactly this. */
  has(installation: PhoneInstallation, payload: string): Promise<boolean>;
  note(installation: PhoneInstallation, payload: string): Promise<void>;
  /** It was told to drop what it had. */
  forget(installation: PhoneInstallation): Promise<void>;
}

export interface PhoneInstallation {
  readonly cloudId: string;
  /** As the app calls itself; it changes when the app is installed anew. */
  readonly device: string;
}

export function createDeliveries(db: Database): Deliveries {
  const hash = (text: string) => digest('sha256', text, 'buffer');

  return {
    async has({ cloudId, device }, payload) {
      const row = await reaching(() =>
        db
          .selectFrom('phone_deliveries')
          .select('payload')
          .where('cloud_id', '=', cloudId)
          .where('device', '=', device)
          .executeTakeFirst(),
      );
      return row?.payload.equals(hash(payload)) ?? false;
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
    },

    async forget({ cloudId, device }) {
      await reaching(() =>
        db.deleteFrom('phone_deliveries').where('cloud_id', '=', cloudId).where('device', '=', device).execute(),
      );
    },
  };
}
