import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import {
  type Clock,
  CODE_ALPHABET,
  CODE_LETTERS,
  CODE_LIFE,
  CODE_WINDOW,
  days,
  decide,
  MOST_PAGES,
  missed,
  type PhoneUser,
  phoneDeeds,
  Secret,
  type SignInPage,
  type SignInPages,
  writeCode,
} from '@enablement/core';
import { sql, type Transaction } from 'kysely';
import { deriveToken, type SecretsKey } from '../vault/index.ts';
import { audited } from './audit/append.ts';
import { type Database, reaching } from './connect.ts';
import type { Tables } from './tables.ts';

/** Pages for sign-in codes on PostgreSQL. Codes are kept as a keyed hash: they have 60 bits, so that a plain one could be tried out. */
export function createSignInPages({ db, key, clock }: { db: Database; key: SecretsKey; clock: Clock }): SignInPages {
  const confirmationHash = (token: Secret, code: string) =>
    createHmac('sha256', deriveToken(key, 'sign-in page code', token.reveal()))
      .update(code)
      .digest();

  return {
    issue: ({ who, person, expires }) =>
      audited(db, async (trx, note) => {
        const now = clock.now();
        // One after another for a user and for a person, so that two at the same time count each other.
        for (const name of [`sign-in codes of ${person}`, `sign-in codes for ${JSON.stringify(columns(who))}`].toSorted())
          await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(trx);
        await trx
          .deleteFrom('sign_in_codes')
          .where('issued_at', '<', new Date(now.getTime() - days(30)))
          .execute();
        const of = await tooMany(trx, who, person, new Date(now.getTime() - CODE_WINDOW));
        if (of !== undefined) {
          note(phoneDeeds.codePageRefused(who, person, of));
          return { outcome: 'too many', of };
        }
        await closeCodes(trx, who, now);
        const token = new Secret(randomBytes(32).toString('base64url'));
        const code = String(randomInt(1_000_000)).padStart(6, '0');
        const page = hashOf(token);
        await trx
          .insertInto('sign_in_codes')
          .values({ page, confirmation: confirmationHash(token, code), ...columns(who), person, issued_at: now, expires })
          .execute();
        note(phoneDeeds.codePageIssued({ page: nameOf(page), who, person }, expires));
        return { outcome: 'issued', token, code };
      }),

    look: (token) =>
      reaching(async () => {
        const row = await db.selectFrom('sign_in_codes').selectAll().where('page', '=', hashOf(token)).executeTakeFirst();
        return row && toPage(row);
      }),

    reveal: (token, confirmation) =>
      audited(db, async (trx, note) => {
        const row = await trx
          .selectFrom('sign_in_codes')
          .selectAll()
          .where('page', '=', hashOf(token))
          .forUpdate()
          .executeTakeFirst();
        if (row === undefined) return { outcome: 'unknown' };
        const page = toPage(row);
        const fits = timingSafeEqual(row.confirmation, confirmationHash(token, confirmation));
        const decision = decide(page, fits, true, clock.now());
        const change = trx.updateTable('sign_in_codes').where('page', '=', row.page);
        if (missed(decision, page.misses)) await change.set({ misses: page.misses + 1 }).execute();
        const of = { page: nameOf(row.page), who: page.who, person: page.person };
        if (decision.outcome !== 'accept') {
          note(phoneDeeds.codeShown(of, decision));
          return decision;
        }
        const code = newCode();
        const expires = new Date(clock.now().getTime() + CODE_LIFE);
        await change.set({ code: codeHash(key, code), code_expires: expires, shown_at: clock.now() }).execute();
        note(phoneDeeds.codeShown(of, { outcome: 'revealed' }));
        return { outcome: 'revealed', code, expires };
      }),
  };
}

async function tooMany(trx: Transaction<Tables>, who: PhoneUser, person: string, since: Date) {
  const recent = trx
    .selectFrom('sign_in_codes')
    .select(({ fn }) => fn.countAll<string>().as('pages'))
    .where('issued_at', '>', since);
  const byPerson = await recent.where('person', '=', person).executeTakeFirstOrThrow();
  if (Number(byPerson.pages) >= MOST_PAGES.aPerson) return 'a person';
  const forUser = await ofUser(recent, who).executeTakeFirstOrThrow();
  return Number(forUser.pages) >= MOST_PAGES.aUser ? 'a user' : undefined;
}

/** Pages that are open and codes that were not used stop working. */
export async function closeCodes(trx: Transaction<Tables>, who: PhoneUser, now: Date): Promise<void> {
  const all = () => ofUser(trx.updateTable('sign_in_codes'), who);
  await all().set({ expires: now }).where('expires', '>', now).execute();
  await all().set({ code_expires: now }).where('code_expires', '>', now).execute();
}

/** `select`, `update` and so on, of one user's rows. */
export function ofUser<Q extends { where(column: 'cloud_id' | 'domain' | 'phone_user', operator: '=', value: string): Q }>(
  query: Q,
  who: PhoneUser,
): Q {
  const { cloud_id, domain, phone_user } = columns(who);
  return query.where('cloud_id', '=', cloud_id).where('domain', '=', domain).where('phone_user', '=', phone_user);
}

export const columns = ({ cloudId, domain, user }: PhoneUser) => ({ cloud_id: cloudId, domain, phone_user: user });
export const codeHash = (key: SecretsKey, secret: Secret): Buffer =>
  createHmac('sha256', key.derive('phone')).update(secret.reveal()).digest();

const newCode = () =>
  writeCode(Array.from({ length: CODE_LETTERS }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join(''));
const hashOf = (token: Secret): Buffer => createHash('sha256').update(token.reveal()).digest();
const nameOf = (hash: Buffer): string => hash.toString('hex').slice(0, 12);

function toPage(row: {
  cloud_id: string;
  domain: string;
  phone_user: string;
  person: string;
  expires: Date;
  shown_at: Date | null;
  misses: number;
}): SignInPage {
  return {
    who: { cloudId: row.cloud_id, user: row.phone_user, domain: row.domain },
    person: row.person,
    expires: row.expires,
    usedAt: row.shown_at ?? undefined,
    misses: row.misses,
  };
}
