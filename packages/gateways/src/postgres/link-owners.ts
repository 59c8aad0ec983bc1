import { type Audited, ownerKey, type SecretLink, stillWanted, wantsXimaSecret } from '@enablement/core';
import type { Transaction } from 'kysely';
import type { Note } from './audit/append.ts';
import { changes } from './changes.ts';
import { lookSoon } from './drifts.ts';
import { touchPost } from './posts.ts';
import { readEnablements } from './read-enablements.ts';
import type { Tables } from './tables.ts';
import { takeXimaSecret } from './xima.ts';

type Asked = Pick<SecretLink, 'owner' | 'person' | 'renewal'>;

/** What a secret is for, within a transaction. */
export interface LinkOwner {
  /** Whether somebody still waits for the secret. */
  wanted(): Promise<boolean>;
  /** The secret is in the vault: what waits for it is woken, or begins again. */
  take(officeManagerLogin?: string): Promise<void>;
  /** Its card has something new to show, because of what is audited, if anything. */
  touch(...audited: readonly Audited[]): Promise<void>;
}

export function linkOwner(trx: Transaction<Tables>, note: Note, asked: Asked): LinkOwner {
  const { owner } = asked;
  if ('xima' in owner) return ximaOwner(trx, note, owner.xima);
  return enablementOwner(trx, note, asked, owner);
}

function ximaOwner(trx: Transaction<Tables>, note: Note, id: string): LinkOwner {
  return {
    wanted: async () => {
      const row = await trx.selectFrom('xima_checks').select('status').where('id', '=', id).executeTakeFirst();
      return wantsXimaSecret(row);
    },
    take: () => takeXimaSecret(trx, note, id),
    async touch(...audited) {
      note(...audited);
      await touchPost(trx, ownerKey({ xima: id }));
    },
  };
}

function enablementOwner(
  trx: Transaction<Tables>,
  note: Note,
  { owner, person, renewal }: Asked,
  { enablement: id, domain }: Extract<Asked['owner'], { enablement: string }>,
): LinkOwner {
  const change = changes(trx, note);
  const read = async () => {
    const rows = await trx.selectFrom('enablements').selectAll().where('id', '=', id).execute();
    return (await readEnablements(trx, rows, domain))[0];
  };
  return {
    wanted: async () => stillWanted(await read(), { owner, renewal }),
    async take(officeManagerLogin) {
      if (domain !== undefined && officeManagerLogin !== undefined)
        await trx
          .updateTable('domains')
          .set({ office_manager_login: officeManagerLogin })
          .where('enablement', '=', id)
          .where('domain', '=', domain)
          .execute();
      const done = (await read())?.domains.find((known) => known.domain === domain)?.status === 'synchronized';
      if (domain !== undefined && done) await change.beginAgain(id, domain, person);
      else await change.wake(id, domain);
      await change.touch(id);
      await lookSoon(trx, id);
    },
    touch: (...audited) => change.touch(id, ...audited),
  };
}
