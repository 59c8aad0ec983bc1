import { type Clock, type Correspondence, canonical, approvalDeeds as deeds, draft, type LetterKind } from '@enablement/core';
import type { Transaction } from 'kysely';
import { audited } from './audit/append.ts';
import { changes } from './changes.ts';
import { type Database, reaching } from './connect.ts';
import { readEnablements } from './read-enablements.ts';
import type { Tables } from './tables.ts';

/** Letters that people order, on PostgreSQL. */
export function createCorrespondence({ db, clock }: { db: Database; clock: Clock }): Correspondence {
  return {
    order: (id, wanted, by) =>
      audited(db, async (trx, note) => {
        const { kind, number, subject, text } = wanted;
        // The lock lets one of two who click on the same draft order it, and nobody changes the values meanwhile.
        const rows = await trx.selectFrom('enablements').selectAll().where('id', '=', id).forUpdate().execute();
        const [enablement] = await readEnablements(trx, rows);
        if (enablement === undefined) throw new Error(`no enablement ${id}`);
        if (enablement.letters.some((letter) => letter.kind === kind && letter.number === number)) return 'already ordered';
        if (canonical(draft(enablement, kind)) !== canonical(wanted)) return 'changed';
        const told = kind === 'correction' ? JSON.stringify(enablement.prerequisites) : null;
        await trx
          .insertInto('letters')
          .values({ enablement: id, kind, number, subject, text, told, by, ordered_at: clock.now() })
          .execute();
        const change = changes(trx, note);
        await change.startLetter(id, kind, number);
        await change.touch(id, deeds.letterOrdered(id, wanted, by));
        return 'ordered';
      }),

    get: (id, kind, number) =>
      reaching(async () => {
        const row = await theLetter(db, id, kind, number).executeTakeFirst();
        return (
          row && {
            kind,
            number,
            subject: row.subject,
            text: row.text,
            told: row.told ?? undefined,
            sentAt: row.sent_at ?? undefined,
          }
        );
      }),

    telling: (id, kind, number) =>
      audited(db, async (trx, note) => {
        const row = await theLetter(trx, id, kind, number).executeTakeFirst();
        if (!row?.told) return;
        await trx
          .updateTable('enablements')
          .set({ told: JSON.stringify(row.told), told_at: clock.now() })
          .where('id', '=', id)
          .execute();
        await changes(trx, note).touch(id);
      }),

    sent: (id, kind, number) =>
      audited(db, async (trx, note) => {
        await ofLetter(trx, id, kind, number).set({ sent_at: clock.now(), trouble: null }).execute();
        await changes(trx, note).touch(id, deeds.letterSent(id, { kind, number }));
      }),

    trouble: (id, kind, number, why, failed) =>
      audited(db, async (trx, note) => {
        await ofLetter(trx, id, kind, number).set({ trouble: why }).execute();
        await changes(trx, note).touch(id, ...(failed ? [deeds.letterHeld(id, { kind, number }, why)] : []));
      }),
  };
}

const theLetter = (db: Database | Transaction<Tables>, id: string, kind: LetterKind, number: number) =>
  db.selectFrom('letters').selectAll().where('enablement', '=', id).where('kind', '=', kind).where('number', '=', number);

const ofLetter = (trx: Transaction<Tables>, id: string, kind: LetterKind, number: number) =>
  trx.updateTable('letters').where('enablement', '=', id).where('kind', '=', kind).where('number', '=', number);
