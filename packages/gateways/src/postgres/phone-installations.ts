import { randomBytes } from 'node:crypto';
import {
  type Clock,
  type CodeStanding,
  deviceToken,
  installedName,
  loginNameOf,
  type PhoneInstallation,
  type PhoneInstallations,
  type PhoneUser,
  phoneDeeds,
  tokenId,
  writeToken,
} from '@enablement/core';
import type { Selectable } from 'kysely';
import type { SecretsKey } from '../vault/index.ts';
import { audited } from './audit/append.ts';
import { type Database, reaching } from './connect.ts';
import { forgetWithin } from './phones/logins.ts';
import { closeCodes, codeHash, columns, ofUser } from './sign-in-pages.ts';
import type { Tables } from './tables.ts';

/** Phones signed in by code, on PostgreSQL. */
export function createPhoneInstallations({
  db,
  key,
  clock,
}: {
  db: Database;
  key: SecretsKey;
  clock: Clock;
}): PhoneInstallations {
  const standingOf = (row: Code | undefined): CodeStanding => {
    if (row === undefined) return 'unknown';
    if (row.code_expires === null || row.code_expires <= clock.now()) return 'expired';
    return row.used_at === null ? 'good' : 'used';
  };

  return {
    judge: (who, code) =>
      reaching(async () => {
        const row = await ofUser(
          db.selectFrom('sign_in_codes').selectAll().where('code', '=', codeHash(key, code)),
          who,
        ).executeTakeFirst();
        return standingOf(row);
      }),

    install: (who, code, app, device) =>
      audited(db, async (trx, note) => {
        const hash = codeHash(key, code);
        const row = await ofUser(trx.selectFrom('sign_in_codes').selectAll().where('code', '=', hash), who)
          .forUpdate()
          .executeTakeFirst();
        const standing = standingOf(row);
        if (row !== undefined && standing !== 'good')
          note(phoneDeeds.codeRefused(who, standing, row.page.toString('hex').slice(0, 12)));
        if (standing !== 'good') return { outcome: standing };
        await trx.updateTable('sign_in_codes').set({ used_at: clock.now() }).where('code', '=', hash).execute();
        const id = randomBytes(8).toString('hex');
        const token = device === undefined ? writeToken(id, randomBytes(32).toString('base64url')) : deviceToken(code, device);
        await trx
          .insertInto('phone_installations')
          .values({
            id,
            ...columns(who),
            app,
            token_id: tokenId(token) ?? id,
            secret: codeHash(key, token),
            made_at: clock.now(),
            revoked_at: null,
          })
          .execute();
        note(phoneDeeds.phoneInstalled(who, app, id));
        return { outcome: 'installed', token };
      }),

    find: (who, token) =>
      reaching(async () => {
        const rows = db.selectFrom('phone_installations').selectAll().where('secret', '=', codeHash(key, token));
        const row = await ofUser(rows, who).executeTakeFirst();
        return row && toPhone(row);
      }),

    revoke: (who, by) =>
      audited(db, async (trx, note) => {
        const now = clock.now();
        await closeCodes(trx, who, now);
        const rows = await ofUser(trx.updateTable('phone_installations'), who)
          .set({ revoked_at: now })
          .where('revoked_at', 'is', null)
          .returningAll()
          .execute();
        // What is believed of them ends at once, in every replica.
        for (const { token_id } of rows)
          await forgetWithin(trx, { cloudId: who.cloudId, name: installedName(loginNameOf(who), token_id) });
        note(
          phoneDeeds.phonesSignedOut(
            who,
            by,
            rows.map(({ id }) => id),
          ),
        );
        return rows.map(toPhone);
      }),
  };
}

type Code = Pick<Selectable<Tables['sign_in_codes']>, 'used_at' | 'code_expires'>;

function toPhone(row: Selectable<Tables['phone_installations']>): PhoneInstallation {
  const who: PhoneUser = { cloudId: row.cloud_id, user: row.phone_user, domain: row.domain };
  return { id: row.id, who, revokedAt: row.revoked_at ?? undefined };
}
