import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createVault, loadSecretsKey } from '../vault/index.ts';
import { createBoard } from './board.ts';
import { createNames } from './names.ts';
import { createPlainWorkspaces } from './plain-workspaces.ts';
import { createPresses } from './presses.ts';
import { createRegister } from './register.ts';
import { startTestDatabase } from './testing.ts';
import { createThreads } from './threads.ts';

let server: Awaited<ReturnType<typeof startTestDatabase>>;
beforeAll(async () => {
  server = await startTestDatabase();
});
afterAll(() => server.remove());

const REQUEST = {
  cspCompany: 'Northwind Telecom',
  contactName: 'Alex Example',
  contactEmail: 'ops@northwind.example',
  contactPhone: undefined,
  portalUrl: 'https://portal.northwind.example',
  coreHost: 'core1.northwind.example',
  clientId: 'acrobits-softphone',
  domains: ['acme.example'],
};

/** Empty tables, and a clock that is moved by hand. */
async function postgresWorld() {
  const { db } = server;
  await sql`truncate enablements, domains, steps, dispatches, reminders, cards, presses, names, plain_workspaces cascade`.execute(
    db,
  );
  let now = new Date();
  const clock = { now: () => now };
  const key = await loadSecretsKey({ env: { SECRETS_KEY: randomBytes(32).toString('base64') }, dataDir: '.' });
  return {
    db,
    clock,
    advance: (ms: number) => {
      now = new Date(now.getTime() + ms);
    },
    register: createRegister({ db, vault: createVault({ db, key }), clock }),
    board: createBoard({ db, clock }),
  };
}

test('a card is stale until what it shows is what there is', async () => {
  const { register, board, clock, advance } = await postgresWorld();
  const { id } = await register.request(REQUEST, 'U0OLIVIA', 'C0OPS', 'V1');
  const card = { enablement: id, team: '', channel: 'C0OPS', ts: undefined, shownAt: undefined, attempted: undefined };
  expect(await board.stale(10, [])).toEqual([card]);
  const attempted = clock.now();
  await board.attempt(id);
  advance(5_000);
  await board.attempt(id);
  await board.shown(id, '1.1', (await register.get(id))?.version ?? 0);
  const shownAt = clock.now();
  expect(await board.stale(10, [])).toEqual([]);
  expect(await board.where(id)).toEqual({ channel: 'C0OPS', ts: '1.1' });
  await register.note(id, 'Prerequisites gathered', { status: 'done' });
  // The first attempt is the one to look from.
  expect(await board.stale(10, [])).toEqual([{ ...card, ts: '1.1', shownAt, attempted }]);
  await board.move(id, 'D0OLIVIA');
  expect(await board.stale(10, [])).toEqual([{ ...card, channel: 'D0OLIVIA', shownAt }]);
});

test('of many stale cards those come first that were not shown for longest; a pass takes no more than it asks for', async () => {
  const { register, board, advance } = await postgresWorld();
  const ids: string[] = [];
  for (let n = 0; n < 4; n += 1) {
    const portalUrl = `https://portal${n}.northwind.example`;
    ids.push((await register.request({ ...REQUEST, portalUrl }, 'U0OLIVIA', 'C0OPS', `V${n}`)).id);
    advance(1_000);
  }
  for (const n of [0, 1, 2]) {
    await board.shown(ids[n] ?? '', `1.${n}`, 0);
    advance(1_000);
  }
  const order = async () => (await board.stale(3, [])).map(({ enablement }) => enablement);
  expect(await order()).toEqual([ids[3], ids[0], ids[1]]);
  // Slack refused these two: the others come first.
  for (const n of [3, 0]) await board.tried(ids[n] ?? '');
  expect(await order()).toEqual([ids[1], ids[2], ids[0]]);
  expect(await board.stale(3, [''])).toEqual([]);
});

test('after a start the cards of open runs are looked at again, the newest first; those of runs that are over are not', async () => {
  const { register, board, clock, advance } = await postgresWorld();
  const other = { ...REQUEST, portalUrl: 'https://other.northwind.example' };
  const open = await register.request(REQUEST, 'U0OLIVIA', 'C0OPS', 'V1');
  const over = await register.request(other, 'U0OLIVIA', 'C0OPS', 'V2');
  await register.cancel(over.id, 'U0OLIVIA');
  for (const { id } of [open, over]) await board.shown(id, '1.1', (await register.get(id))?.version ?? 0);
  advance(1_000);
  const started = clock.now();
  expect((await board.unseenSince(started, []))?.enablement).toBe(open.id);
  advance(1_000);
  await board.shown(open.id, '1.1', (await register.get(open.id))?.version ?? 0);
  expect(await board.unseenSince(started, [])).toBeUndefined();
});

test('a reminder is due once, when there is a card to put it under', async () => {
  const { register, board, clock, advance } = await postgresWorld();
  const { id } = await register.request(REQUEST, 'U0OLIVIA', 'C0OPS', 'V1');
  await register.remind(id, 'k', 'Please look.');
  await register.remind(id, 'k', 'Please look.');
  expect(await board.reminders(10, [])).toEqual([]);
  await board.shown(id, '1.1', 1);
  const due = { key: 'k', enablement: id, text: 'Please look.', whom: 'responsible', team: '', channel: 'C0OPS', ts: '1.1' };
  expect(await board.reminders(10, [])).toEqual([{ ...due, attempted: undefined }]);
  const attempted = clock.now();
  await board.attemptReminder('k');
  advance(5_000);
  await board.attemptReminder('k');
  expect(await board.reminders(10, [])).toEqual([{ ...due, attempted }]);
  await board.reminded('k');
  expect(await board.reminders(10, [])).toEqual([]);
});

test('a thread tells the audit of its run from where it stopped, and is done when it has told all that the run knows', async () => {
  const { register, board, db, clock } = await postgresWorld();
  const threads = createThreads({ db, clock });
  const { id } = await register.request(REQUEST, 'U0OLIVIA', 'C0OPS', 'V1');
  expect(await threads.untold(10, [])).toEqual([]);
  await board.shown(id, '1.1', 1);
  const [card] = await threads.untold(10, []);
  if (card === undefined) throw new Error('nothing to tell');
  const { untold } = await threads.entries(id, card.toldSeq, 10, 10);
  expect(untold.map(({ action }) => action)).toEqual(['enablement requested']);
  const last = untold.at(-1)?.seq ?? 0;
  await threads.attempt(id);
  expect((await threads.untold(10, []))[0]?.attempted).toEqual(clock.now());
  await threads.told(id, last, card.version);
  expect(await threads.untold(10, [])).toEqual([]);
  await register.cancel(id, 'U0OLIVIA');
  expect(await threads.untold(10, [])).toMatchObject([{ enablement: id, toldSeq: last, attempted: undefined }]);
  const { told, untold: more } = await threads.entries(id, last, 10, 10);
  expect([told, more].map((list) => list.map(({ action }) => action))).toEqual([
    ['enablement requested'],
    ['enablement cancelled'],
  ]);
});

test('of those who press a button at the same time one is first, until what it is about has changed', async () => {
  const { register, db, clock, advance } = await postgresWorld();
  const presses = createPresses({ db, clock });
  const { id } = await register.request(REQUEST, 'U0OLIVIA', 'C0OPS', 'V1');
  const asked = clock.now();
  advance(1_000);
  const press = (by: string, since: Date) => presses.first(id, { action: 'try-again', value: id, by }, since);
  const both = await Promise.all([press('U0OLIVIA', asked), press('U0ADA', asked)]);
  expect(both.toSorted()).toEqual([false, true]);
  expect(await presses.of(id)).toEqual([{ action: 'try-again', value: id, at: clock.now() }]);
  advance(1_000);
  const changed = clock.now();
  advance(1_000);
  expect(await press('U0ADA', changed)).toBe(true);
});

test('people are known by the last name that was heard; a workspace that refuses blocks is asked again after a week', async () => {
  const { db, clock, advance } = await postgresWorld();
  const names = createNames(db);
  await names.know('U0OLIVIA', 'Olivia');
  await names.know('U0OLIVIA', 'Olivia Okafor');
  expect(await names.of(['U0OLIVIA', 'U0ADA', 'U0OLIVIA'])).toEqual(new Map([['U0OLIVIA', 'Olivia Okafor']]));
  const plain = createPlainWorkspaces({ db, clock });
  await plain.add('T0NORTHWIND');
  expect([await plain.has('T0NORTHWIND'), await plain.has('T0ACME')]).toEqual([true, false]);
  advance(8 * 24 * 3_600_000);
  expect(await plain.has('T0NORTHWIND')).toBe(false);
});
