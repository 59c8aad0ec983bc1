import { deeds, type Kept, type Secret, type SecretPlace, type Vault } from '@enablement/core';
import { sql, type Transaction } from 'kysely';
import { audited, type Note } from '../postgres/audit/append.ts';
import { type Database, reaching } from '../postgres/connect.ts';
import type { Tables } from '../postgres/tables.ts';
import { seal, unseal } from './seal.ts';
import type { SecretsKey } from './secrets-key.ts';

export interface SealingVault extends Vault {
  /** Keeps the secret in a transaction of the caller's, together with whatever else becomes true with it. */
  keepWithin(transaction: Transaction<Tables>, place: SecretPlace, secret: Secret): Promise<Kept>;
  destroyWithin(transaction: Transaction<Tables>, note: Note, place: SecretPlace): Promise<void>;
}

/** Secrets in the table `secrets`, encrypted before they leave the process. Throws `Unreachable` when the database is away. */
export function createVault({ db, key }: { readonly db: Database; readonly key: SecretsKey }): SealingVault {
  const rowOf = (place: SecretPlace) =>
    db.selectFrom('secrets').selectAll().where('owner', '=', place.owner).where('field', '=', place.field).executeTakeFirst();

  async function keepWithin(transaction: Transaction<Tables>, place: SecretPlace, secret: Secret): Promise<Kept> {
    const before = await transaction
      .selectFrom('secrets')
      .select('version')
      .where('owner', '=', place.owner)
      .where('field', '=', place.field)
      .forUpdate()
      .executeTakeFirst();
    const sealed = seal(key, place, (before?.version ?? 0) + 1, secret);
    const row = {
      version: sealed.version,
      wrapped_key: sealed.wrappedKey,
      ciphertext: sealed.ciphertext,
      fingerprint: sealed.fingerprint,
      kept_at: sql<Date>`now()`,
      destroyed_at: null,
    };
    await transaction
      .insertInto('secrets')
      .values({ owner: place.owner, field: place.field, ...row })
      .onConflict((conflict) => conflict.columns(['owner', 'field']).doUpdateSet(row))
      .execute();
    return { fingerprint: sealed.fingerprint };
  }

  async function destroyWithin(transaction: Transaction<Tables>, note: Note, place: SecretPlace): Promise<void> {
    const destroyed = await transaction
      .updateTable('secrets')
      .set({ wrapped_key: null, ciphertext: null, destroyed_at: sql<Date>`now()` })
      .where('owner', '=', place.owner)
      .where('field', '=', place.field)
      .where('destroyed_at', 'is', null)
      .returning('fingerprint')
      .executeTakeFirst();
    if (destroyed) note(deeds.secretDestroyed(place, destroyed.fingerprint));
  }

  return {
    keepWithin,
    keep: (place, secret) => reaching(() => db.transaction().execute((transaction) => keepWithin(transaction, place, secret))),

    async open(place) {
      const row = await reaching(() => rowOf(place));
      if (!row?.wrapped_key || !row.ciphertext) return undefined;
      return unseal(key, place, { version: row.version, wrappedKey: row.wrapped_key, ciphertext: row.ciphertext });
    },

    destroyWithin,
    destroy: (place) => audited(db, (trx, note) => destroyWithin(trx, note, place)),

    async look(place) {
      const row = await reaching(() => rowOf(place));
      return row && { fingerprint: row.fingerprint, destroyed: row.destroyed_at !== null };
    },
  };
}
