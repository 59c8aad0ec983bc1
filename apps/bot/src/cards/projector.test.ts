import { minutes, seconds } from '@enablement/core';
import type { StaleCard } from '@enablement/gateways/postgres';
import { expect, test } from 'vitest';
import { ask, createDesk } from '../testing/desk.ts';
import { slackForTests } from '../testing/slack-for-tests.ts';
import { Projector, type ProjectorDeps } from './projector.ts';

const slack = slackForTests();
const { clock } = slack;

interface Row {
  channel: string;
  ts: string | undefined;
  attempted: Date | undefined;
  shownAt: Date | undefined;
  shown: number;
}

/** A few runs, whose cards are kept in memory as the database would, and bots that may be started afresh. */
async function stage(count = 1) {
  const desk = createDesk();
  const { world } = desk;
  const rows = new Map<string, Row>();
  for (let n = 0; n < count; n += 1) {
    const id = await ask(desk, `Telecom ${n}`, `portal${n}.example`);
    rows.set(id, { channel: `C${n}`, ts: undefined, attempted: undefined, shownAt: undefined, shown: -1 });
  }
  const row = (id: string) => rows.get(id) as Row;
  const board: ProjectorDeps['board'] = {
    async stale(most) {
      const stale: StaleCard[] = [];
      for (const [enablement, { channel, ts, attempted, shownAt, shown }] of rows)
        if (shown < ((await world.register.get(enablement))?.version ?? 0))
          stale.push({ enablement, team: '', channel, ts, attempted, shownAt });
      return stale.toSorted((one, other) => (one.shownAt?.getTime() ?? 0) - (other.shownAt?.getTime() ?? 0)).slice(0, most);
    },
    unseenSince: async () => undefined,
    attempt: async (id) => {
      row(id).attempted ??= clock.now();
    },
    shown: async (id, ts, version) => void Object.assign(row(id), { ts, shown: version, shownAt: clock.now() }),
    tried: async (id) => void Object.assign(row(id), { shownAt: clock.now() }),
    move: async (id, channel) => void Object.assign(row(id), { channel, ts: undefined, attempted: undefined, shown: -1 }),
  };
  const start = () => {
    const outboxes = slack.outboxes();
    const presses = { of: async () => [] };
    return new Projector({ outboxes, board, presses, register: world.register, clock });
  };
  return { world, rows, start, ids: [...rows.keys()] };
}

const count = (method: string) => slack.server.calls.filter((one) => one === method).length;

test('a card is posted, and then edited, never more than once a second; the last state wins', async () => {
  const { world, start, ids } = await stage();
  const bot = start();
  await bot.pass();
  for (let n = 0; n < 10; n += 1) {
    slack.pass(100);
    await world.register.note(ids[0] ?? '', 'Client secret received', { status: 'waiting', detail: `somebody ${n}` });
    await bot.pass();
  }
  // Another process takes over in between.
  await start().pass();
  expect([count('chat.postMessage'), count('chat.update')]).toEqual([1, 1]);
  expect(slack.server.messages.map(({ text }) => text)).toEqual(['Cloud Softphone for Telecom 0: Waiting for somebody 9']);
});

test('an answer that is lost is no second card: it is looked for, page by page, once it can be there', async () => {
  const { start, world, ids } = await stage();
  slack.server.next('chat.postMessage', { lost: true });
  await expect(start().pass()).rejects.toThrow();
  // What others wrote since then.
  for (let n = 0; n < 7; n += 1) await slack.server.slack.chat.postMessage({ channel: 'C0', text: `talk ${n}` });
  await world.register.note(ids[0] ?? '', 'Client secret received', { status: 'waiting', detail: 'Alex' });
  const after = start();
  await after.pass();
  expect(count('conversations.history')).toBe(0);
  slack.pass(seconds(3));
  await after.pass();
  const cards = slack.server.messages.filter(({ text }) => text.startsWith('Cloud Softphone'));
  expect(cards.map(({ text }) => text)).toEqual(['Cloud Softphone for Telecom 0: Waiting for Alex']);
  expect(count('conversations.history')).toBe(4);
});

test('Slack asks for quiet for three minutes: nobody edits until then, and new cards are posted all the same', async () => {
  const { start, world, ids } = await stage(2);
  const bot = start();
  slack.server.next('chat.postMessage', { error: 'internal_error' });
  await bot.pass().catch(() => undefined);
  const [first = '', second = ''] = ids;
  expect(slack.server.messages).toHaveLength(1);
  slack.pass(seconds(2));
  slack.server.next('chat.update', { status: 429, retryAfter: 180 });
  for (const id of ids) await world.register.note(id, 'Client secret received', { status: 'waiting', detail: 'Alex' });
  await bot.pass();
  expect([count('chat.update'), slack.server.messages.length]).toEqual([1, 2]);
  for (let waited = 0; waited < minutes(3) - seconds(10); waited += seconds(5)) {
    slack.pass(seconds(5));
    await bot.pass();
  }
  expect(count('chat.update')).toBe(1);
  slack.pass(seconds(20));
  await bot.pass();
  expect(slack.server.messages.map(({ text }) => text.slice(-16))).toEqual(['Waiting for Alex', 'Waiting for Alex']);
  expect([first, second].every(Boolean)).toBe(true);
});

test('a card that Slack refuses is tried ever more seldom and keeps no other from being shown, be there hundreds', async () => {
  const { start, ids } = await stage(60);
  const bot = start();
  slack.server.next('chat.postMessage', ...Array.from({ length: 25 }, () => ({ error: 'msg_blocked' })));
  await expect(bot.pass()).rejects.toThrow('msg_blocked');
  for (let n = 0; n < 4; n += 1) {
    slack.pass(seconds(2));
    await bot.pass().catch(() => undefined);
  }
  expect(slack.server.messages).toHaveLength(ids.length);
});

test.each(['message_not_found', 'cant_update_message', 'edit_window_closed'])(
  'a message that is gone (%s) is posted anew',
  async (error) => {
    const { start, world, ids } = await stage();
    const bot = start();
    await bot.pass();
    slack.pass(seconds(2));
    slack.server.next('chat.update', { error });
    await world.register.note(ids[0] ?? '', 'Client secret received', { status: 'waiting', detail: 'Alex' });
    await bot.pass();
    slack.pass(seconds(2));
    await bot.pass();
    expect(slack.server.messages.map(({ text }) => text.slice(-16))[1]).toBe('Waiting for Alex');
  },
);
