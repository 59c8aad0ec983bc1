import type { LoginKey, PhoneLogins, Softphone } from '@enablement/core';
import { type Selectable, sql, type Transaction } from 'kysely';
import { type SecretsKey, seal, unseal } from '../../vault/index.ts';
import { type Database, reaching } from '../connect.ts';
import type { Tables } from '../tables.ts';

/** The channel of `pg_notify`: a phone's log-in was changed or forgotten. What is said is a `LoginKey` as JSON, with the new version if there is one. */
export const PHONE_CHANGED = 'phone_changed';

const placeOf = ({ cloudId, name }: LoginKey) => ({ owner: `phone ${cloudId}/${name}`, field: 'SIP password' });

const tell = ({ cloudId, name }: LoginKey, version?: number) =>
  sql`select pg_notify(${PHONE_CHANGED}, ${JSON.stringify({ cloudId, name, version })})`;

export function createPhoneLogins({ db, key: secretsKey }: { readonly db: Database; readonly key: SecretsKey }): PhoneLogins {
  const open = (key: LoginKey, row: Selectable<Tables['phone_logins']>): Softphone => ({
    domain: row.domain,
    user: row.extension,
    device: row.device,
    displayName: row.display_name,
    password: unseal(secretsKey, placeOf(key), {
      version: Number(row.version),
      wrappedKey: row.wrapped_key,
      ciphertext: row.ciphertext,
    }),
  });

  return {
    async get(key) {
      const row = await reaching(() =>
        db
          .selectFrom('phone_logins')
          .selectAll()
          .where('cloud_id', '=', key.cloudId)
          .where('name', '=', key.name)
          .executeTakeFirst(),
      );
      if (row === undefined) return undefined;
      return {
        softphone: open(key, row),
        passwordHash: row.password_hash,
        provedAt: row.proved_at,
        readAt: row.read_at,
        version: Number(row.version),
      };
    },

    keep: (key, { softphone, passwordHash, provedAt, readAt }) =>
      reaching(() =>
        db.transaction().execute(async (trx) => {
          const next = await sql<{ version: string }>`select nextval('phone_login_versions') as version`.execute(trx);
          const version = Number(next.rows[0]?.version);
          const { wrappedKey, ciphertext } = seal(secretsKey, placeOf(key), version, softphone.password);
          const row = {
            domain: softphone.domain,
            extension: softphone.user,
            device: softphone.device,
            display_name: softphone.displayName,
            password_hash: passwordHash,
            wrapped_key: wrappedKey,
            ciphertext,
            version,
            proved_at: provedAt,
            read_at: readAt,
          };
          await trx
            .insertInto('phone_logins')
            .values({ cloud_id: key.cloudId, name: key.name, ...row })
            .onConflict((conflict) => conflict.columns(['cloud_id', 'name']).doUpdateSet(row))
            .execute();
          await tell(key, version).execute(trx);
          return version;
        }),
      ),

    async prove(key, { provedAt, readAt }) {
      await reaching(() =>
        db
          .updateTable('phone_logins')
          .set({ proved_at: provedAt, read_at: readAt })
          .where('cloud_id', '=', key.cloudId)
          .where('name', '=', key.name)
          .execute(),
      );
    },

    async forget(key) {
      await reaching(() => db.transaction().execute((trx) => forgetWithin(trx, key)));
    },
  };
}

/** Forgets a log-in in a transaction of the caller's, together with whatever else becomes true with it. */
export async function forgetWithin(trx: Transaction<Tables>, key: LoginKey): Promise<void> {
  await trx.deleteFrom('phone_logins').where('cloud_id', '=', key.cloudId).where('name', '=', key.name).execute();
  await tell(key).execute(trx);
}
