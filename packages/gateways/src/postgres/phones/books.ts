import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { KeptBook, LoginKey, PhoneBooks } from '@enablement/core';
import { type Database, reaching } from '../connect.ts';

const [pack, unpack] = [promisify(gzip), promisify(gunzip)];

export function createPhoneBooks(db: Database): PhoneBooks {
  const rowOf = (key: LoginKey) => db.selectFrom('phone_books').where('cloud_id', '=', key.cloudId).where('name', '=', key.name);

  return {
    async look(key): Promise<KeptBook | undefined> {
      const row = await reaching(() => rowOf(key).select(['tag', 'template', 'modified_at', 'read_at']).executeTakeFirst());
      return row && { tag: row.tag, template: row.template, modifiedAt: row.modified_at, readAt: row.read_at };
    },

    async text(key, tag) {
      const row = await reaching(() => rowOf(key).select('body').where('tag', '=', tag).executeTakeFirst());
      return row && (await unpack(row.body)).toString('utf8');
    },

    async keep(key, { tag, template, modifiedAt, readAt }, text) {
      const row = { tag, template, modified_at: modifiedAt, read_at: readAt, body: await pack(text) };
      await reaching(() =>
        db
          .insertInto('phone_books')
          .values({ cloud_id: key.cloudId, name: key.name, ...row })
          .onConflict((conflict) => conflict.columns(['cloud_id', 'name']).doUpdateSet(row))
          .execute(),
      );
    },

    async confirm(key, readAt) {
      await reaching(() =>
        db
          .updateTable('phone_books')
          .set({ read_at: readAt })
          .where('cloud_id', '=', key.cloudId)
          .where('name', '=', key.name)
          .execute(),
      );
    },
  };
}
