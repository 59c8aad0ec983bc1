import { randomBytes } from 'node:crypto';
import { minutes, seconds } from '@enablement/core';
import { ADA } from '@enablement/core/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { SecretsKey } from '../../vault/secrets-key.ts';
import { listen } from '../listen.ts';
import { startTestDatabase } from '../testing.ts';
import { createPhoneBooks } from './books.ts';
import { createDeliveries } from './deliveries.ts';
import { createPhoneLogins, PHONE_CHANGED } from './logins.ts';
import { createPhoneTries } from './tries.ts';

let server: Awaited<ReturnType<typeof startTestDatabase>>;
beforeAll(async () => {
  server = await startTestDatabase();
});
afterAll(() => server?.remove());

const key = new SecretsKey(randomBytes(32));
const login = { cloudId: 'NSACME', name: '100@acme.example' };
const at = new Date('2026-10-20T10:00:00Z');
const kept = { softphone: ADA, passwordHash: 'argon2id$…', provedAt: at, readAt: at };

describe('proved log-ins', () => {
  const logins = () => createPhoneLogins({ db: server.db, key });

  test('come back as they were kept, with the SIP password sealed meanwhile', async () => {
    const version = await logins().keep(login, kept);
    expect(await logins().get(login)).toEqual({ ...kept, version });
    expect((await logins().get(login))?.softphone.password.reveal()).toBe('canary-sip-secret');
    const raw = await server.db.selectFrom('phone_logins').selectAll().execute();
    expect(JSON.stringify(raw) + raw.map((row) => row.ciphertext.toString('latin1')).join()).not.toContain('canary');
  });

  test('that are kept again have a version that was never there, also after they were forgotten', async () => {
    const versions = [await logins().keep(login, kept), await logins().keep(login, kept)];
    await logins().forget(login);
    expect(await logins().get(login)).toBeUndefined();
    versions.push(await logins().keep(login, kept));
    expect(new Set(versions).size).toBe(3);
  });

  test('cannot be moved to somebody else’s name', async () => {
    await logins().keep(login, kept);
    await server.db.updateTable('phone_logins').set({ name: '101@acme.example' }).where('name', '=', login.name).execute();
    await expect(logins().get({ ...login, name: '101@acme.example' })).rejects.toThrow(/cannot be opened/);
    await server.db.deleteFrom('phone_logins').execute();
  });

  test('can be proved again without becoming others', async () => {
    const version = await logins().keep(login, kept);
    const provedAt = new Date('2026-10-20T11:00:00Z');
    await logins().prove(login, { provedAt, readAt: at });
    expect(await logins().get(login)).toEqual({ ...kept, provedAt, version });
  });

  test('tell every replica when they are changed or forgotten', async () => {
    const heard: unknown[] = [];
    const { promise: listening, resolve } = Promise.withResolvers<void>();
    const ear = listen(server.url, [PHONE_CHANGED], (_channel, said) =>
      said === undefined ? resolve() : heard.push(JSON.parse(said)),
    );
    await listening;
    const version = await logins().keep(login, kept);
    await logins().forget(login);
    await expect.poll(() => heard).toEqual([{ ...login, version }, login]);
    await ear.close();
  });
});

describe('wrong passwords', () => {
  let time = at.getTime();
  const tries = () => createPhoneTries({ db: server.db, key, clock: { now: () => new Date(time) } });
  const from = { source: '192.0.2.1', address: '192.0.2.1' };
  beforeEach(async () => {
    await server.db.deleteFrom('phone_tries').execute();
    await server.db.deleteFrom('phone_sources').execute();
  });

  test('are counted by all replicas, and waited for', async () => {
    for (let times = 0; times < 5; times += 1) {
      expect(await tries().lockedFor(login, from)).toBe(0);
      await tries().failed(login, from);
    }
    expect(await tries().lockedFor(login, from)).toBe(seconds(30));
    expect(await tries().lockedFor({ ...login, name: '101@acme.example' }, from)).toBe(0);
    time += seconds(30);
    expect(await tries().lockedFor(login, from)).toBe(0);
  });

  test('by many at once are all counted', async () => {
    await Promise.all(Array.from({ length: 20 }, () => tries().failed(login, from)));
    const rows = await server.db.selectFrom('phone_tries').selectAll().execute();
    expect(rows.map(({ failures }) => failures)).toEqual([20, 20, 20]);
  });

  test('of strangers do not count where the user has signed in from', async () => {
    await tries().succeeded(login, from);
    for (let times = 0; times < 30; times += 1) await tries().failed(login, { source: `203.0.113.${times}` });
    expect(await tries().lockedFor(login, from)).toBe(0);
    expect(await tries().lockedFor(login, { source: '198.51.100.1' })).toBe(seconds(30));
  });

  test('are forgotten after an hour, and the table names nobody', async () => {
    await tries().failed(login, from);
    const raw = JSON.stringify(await server.db.selectFrom('phone_tries').selectAll().execute());
    expect(raw).not.toMatch(/acme|192\.0/);
    time += minutes(61);
    await tries().sweep();
    expect(await server.db.selectFrom('phone_tries').selectAll().execute()).toEqual([]);
  });
});

test('what an installation got last is known to every replica, and a change of it too', async () => {
  const phone = { cloudId: 'NSACME', device: '3kQs875391li29' };
  const [one, other] = [createDeliveries(server.db), createDeliveries(server.db)];
  expect(await one.has(phone, 'first')).toBe(false);
  await one.note(phone, 'first');
  expect(await other.has(phone, 'first')).toBe(true);
  expect(await other.has(phone, 'second')).toBe(false);
  expect(await other.has({ ...phone, device: 'another' }, 'first')).toBe(false);
  await one.forget(phone);
  expect(await one.has(phone, 'first')).toBe(false);
});

test('phone books come back whole, however long, and under their own tag only', async () => {
  const books = createPhoneBooks(server.db);
  const text = `<provisioning>${'<item id="😀"/>'.repeat(10_000)}</provisioning>`;
  const book = { tag: 't1', template: 'x', modifiedAt: at, readAt: at };
  await books.keep(login, book, text);
  expect(await books.look(login)).toEqual(book);
  expect(await books.text(login, 't1')).toBe(text);
  expect(await books.text(login, 't0')).toBeUndefined();
  await books.confirm(login, new Date('2026-10-20T11:00:00Z'));
  expect((await books.look(login))?.readAt).toEqual(new Date('2026-10-20T11:00:00Z'));
});
