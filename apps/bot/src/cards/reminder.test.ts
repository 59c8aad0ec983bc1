import { seconds } from '@enablement/core';
import type { DueReminder } from '@enablement/gateways/postgres';
import { expect, test } from 'vitest';
import { ask, BOOK, createDesk } from '../testing/desk.ts';
import { slackForTests } from '../testing/slack-for-tests.ts';
import { postReminders, type ReminderDeps } from './reminder.ts';

const slack = slackForTests();
const { clock } = slack;

/** One run with its card, and one reminder that is due. */
async function stage(reminder: Partial<DueReminder> = {}, escalation?: string) {
  const desk = createDesk();
  const enablement = await ask(desk, 'Northwind Telecom', 'portal.example');
  const { ts = '' } = await slack.server.slack.chat.postMessage({ channel: 'C1', text: 'the card' });
  slack.pass(seconds(2));
  const due: DueReminder = {
    key: `${enablement}/remind 1`,
    enablement,
    team: '',
    text: 'The client secret is still missing.',
    whom: 'responsible',
    channel: 'C1',
    ts,
    attempted: undefined,
    ...reminder,
  };
  const kept: { attempted?: Date; posted: boolean; moved?: string } = { posted: false };
  const board: ReminderDeps['board'] = {
    reminders: async () => (kept.posted ? [] : [{ ...due, attempted: kept.attempted }]),
    attemptReminder: async () => {
      kept.attempted ??= clock.now();
    },
    reminded: async () => {
      kept.posted = true;
    },
    move: async (_enablement, channel) => {
      kept.moved = channel;
    },
  };
  const start = () => {
    const outboxes = slack.outboxes();
    const deps: ReminderDeps = {
      outboxes,
      board,
      register: desk.register,
      bookOf: async () => BOOK,
      ...(escalation ? { escalation } : {}),
    };
    return () => postReminders(deps);
  };
  return { start, kept, ts };
}

const reminders = () => slack.server.messages.filter(({ text }) => text.includes('still missing'));

test('it comes once into the card’s thread, to who answers for the run, though the bot dies before it has noted that', async () => {
  const { start, kept, ts } = await stage();
  slack.server.next('chat.postMessage', { lost: true });
  await expect(start()()).rejects.toThrow();
  const again = start();
  await again();
  slack.pass(seconds(3));
  await again();
  expect(reminders()).toMatchObject([{ channel: 'C1', thread_ts: ts, text: '<@U1> The client secret is still missing.' }]);
  expect(kept.posted).toBe(true);
});

test('an escalation whose channel cannot be written to comes where the card is', async () => {
  const { start } = await stage({ whom: 'escalation' }, 'C0GONE');
  slack.server.next('chat.postMessage', { error: 'channel_not_found' });
  await start()();
  expect(reminders()).toMatchObject([{ channel: 'C1', thread_ts: undefined }]);
});

test('when the card is gone it is posted anew first, and the reminder waits for it', async () => {
  const { start, kept } = await stage();
  slack.server.next('chat.postMessage', { error: 'thread_not_found' });
  await start()();
  expect([kept.moved, kept.posted, reminders()]).toEqual(['C1', false, []]);
});
