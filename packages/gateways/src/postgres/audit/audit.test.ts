import { randomBytes } from 'node:crypto';
import { type Audited, deeds, type Sealed } from '@enablement/core';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadSecretsKey } from '../../vault/index.ts';
import { startTestDatabase } from '../testing.ts';
import { audited } from './append.ts';
import { createAudit } from './audit.ts';
import { checkAudit } from './check.ts';
import { createAuditPages } from './pages.ts';

let server: Awaited<ReturnType<typeof startTestDatabase>>;
beforeAll(async () => {
  server = await startTestDatabase();
});
afterAll(() => server.remove());

const woken = (n: number, enablement = 'e1'): Audited => deeds.nudged(enablement, 'U0OLIVIA', `time ${n}`);

async function all(enablements?: readonly string[]): Promise<Sealed[]> {
  const entries: Sealed[] = [];
  for await (const entry of createAudit(server.db).entries(enablements)) entries.push(entry);
  return entries;
}

test('an entry exists when what it tells of exists: neither without the other', async () => {
  const { db } = server;
  const before = await createAudit(db).head();
  const failing = audited(db, async (trx, note) => {
    note(woken(1));
    await sql`insert into reminders (key, enablement, text, made_at) values ('k', 'none', 't', now())`.execute(trx);
  });
  await expect(failing).rejects.toThrow('foreign key');
  expect(await createAudit(db).head()).toEqual(before);
  expect((await checkAudit(db, [])).broken).toBeUndefined();
});

test('many who write at once make one chain without gaps, and none of them waits for another in a circle', async () => {
  const { db } = server;
  const before = (await createAudit(db).head()).seq;
  // Each first changes a row that another one changes too.
  await sql`create table if not exists busy (id int primary key, n int not null default 0)`.execute(db);
  await sql`insert into busy select generate_series(0, 3)`.execute(db);
  await Promise.all(
    Array.from({ length: 60 }, (_, n) =>
      audited(db, async (trx, note) => {
        note(woken(n, `many-${n % 3}`));
        await sql`update busy set n = n + 1 where id = ${n % 4}`.execute(trx);
      }),
    ),
  );
  const { entries, broken, head } = await checkAudit(db, []);
  expect(broken).toBeUndefined();
  expect(head.seq).toBe(before + 60);
  expect(entries).toBe(head.seq);
  expect(await all(['many-1'])).toHaveLength(20);
});

test('a deed with a key is recorded once, also by many at once', async () => {
  const { db } = server;
  const once = { ...woken(1, 'keyed'), key: ['opened', 'page'] };
  await Promise.all(Array.from({ length: 8 }, () => createAudit(db).record(once)));
  await createAudit(db).record(once);
  expect(await all(['keyed'])).toHaveLength(1);
});

test('the tables refuse whatever is not an entry more', async () => {
  const { db } = server;
  await createAudit(db).record(woken(1));
  for (const [statement, said] of [
    [`update audit set hash = ''`, /append-only: UPDATE of audit refused/],
    [`delete from audit`, /append-only: DELETE of audit refused/],
    [`truncate audit`, /append-only: TRUNCATE of audit refused/],
    [`delete from audit_head`, /append-only: DELETE of audit_head refused/],
    [`truncate audit_head`, /append-only: TRUNCATE of audit_head refused/],
    [`update audit_head set seq = seq - 1`, /head does not go back/],
  ] as const)
    await expect(sql.raw(statement).execute(db)).rejects.toThrow(said);
  await expect(
    db.transaction().execute(async (trx) => {
      await sql`set local session_replication_role = replica`.execute(trx);
      await sql`delete from audit`.execute(trx);
    }),
  ).rejects.toThrow('append-only');
});

test('more entries than are read at once come all, in their order', async () => {
  const { db } = server;
  await audited(db, async (_trx, note) => note(...Array.from({ length: 2100 }, (_, n) => woken(n, 'long'))));
  const entries = await all(['long']);
  expect(entries.map(({ entry }) => entry.details)).toEqual(Array.from({ length: 2100 }, (_, n) => ({ why: `time ${n}` })));
  expect(await checkAudit(db, [await createAudit(db).head()])).toMatchObject({ broken: undefined });
});

test('a download page opens for who has its code, again and again, until it is too old or was guessed at', async () => {
  const { db } = server;
  let now = new Date('2026-03-02T09:00:00Z');
  const key = await loadSecretsKey({ env: { SECRETS_KEY: randomBytes(32).toString('base64') }, dataDir: '.' });
  const pages = createAuditPages({ db, key, clock: { now: () => now } });
  const expires = new Date('2026-03-02T09:15:00Z');
  const wanted = { enablements: ['e1'], about: 'acme', person: 'U0OLIVIA', people: { U0OLIVIA: 'Olivia' }, expires };
  const { token, code } = await pages.issue(wanted);
  expect(await pages.look(token)).toEqual({ ...wanted, misses: 0 });
  expect(await pages.open(token, code, 'CSV')).toEqual({ outcome: 'accept' });
  expect(await pages.open(token, code, 'JSON')).toEqual({ outcome: 'accept' });

  const other = await pages.issue({ ...wanted, enablements: undefined });
  expect((await pages.look(other.token))?.enablements).toBeUndefined();
  const wrong = other.code === '000000' ? '000001' : '000000';
  const guesses = [];
  for (let n = 0; n < 6; n++) guesses.push((await pages.open(other.token, wrong, 'CSV')).outcome);
  expect(guesses).toEqual(['wrong code', 'wrong code', 'wrong code', 'wrong code', 'locked', 'locked']);
  expect((await pages.open(other.token, other.code, 'CSV')).outcome).toBe('locked');
  now = expires;
  expect((await pages.open(token, code, 'CSV')).outcome).toBe('expired');

  const told = (await all()).filter(({ entry }) => entry.action.startsWith('audit '));
  expect(told.map(({ entry }) => [entry.action, entry.outcome, entry.actor.kind])).toEqual([
    ['audit page issued', 'done', 'person'],
    ['audit downloaded', 'done', 'person'],
    ['audit downloaded', 'done', 'person'],
    ['audit page issued', 'done', 'person'],
    ...Array.from({ length: 5 }, () => ['audit downloaded', 'refused', 'link holder']),
    ['audit downloaded', 'refused', 'link holder'],
  ]);
});
