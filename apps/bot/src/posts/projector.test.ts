import { seconds } from '@enablement/core';
import type { Posts, StalePost } from '@enablement/gateways/postgres';
import { expect, test } from 'vitest';
import { slackForTests } from '../testing/slack-for-tests.ts';
import { PostProjector } from './projector.ts';

const slack = slackForTests();
const { clock } = slack;

interface Row {
  readonly subject: string;
  readonly parent?: string;
  channel: string;
  ts: string | undefined;
  attempted: Date | undefined;
  version: number;
  shown: number;
}

const CARD = 'xima/1';
const DETAILS = 'xima/1#details';

/** A card and its details, kept in memory as the database would, and bots that may be started afresh. */
function stage(channel = 'C0OPS') {
  const begun = { channel, ts: undefined, attempted: undefined, version: 1, shown: 0 };
  const card: Row = { ...begun, subject: CARD };
  const details: Row = { ...begun, subject: DETAILS, parent: CARD };
  const rows = [card, details];
  const row = (subject: string) => rows.find((one) => one.subject === subject) as Row;
  const posts: Posts = {
    stale: async () =>
      rows
        .filter(({ shown, version, parent }) => shown < version && (parent === undefined || row(parent).ts !== undefined))
        .map(
          ({ subject, parent, channel, ts, attempted, version }): StalePost => ({
            ...{ subject, team: 'T1', channel, ts, attempted, version, parent },
            thread: parent && row(parent).ts,
          }),
        ),
    attempt: async (subject) => void Object.assign(row(subject), { attempted: clock.now() }),
    shown: async (subject, ts, version) => void Object.assign(row(subject), { ts, shown: version }),
    move: async (subject, channel) => {
      for (const one of rows.filter(({ subject: id, parent }) => id === subject || parent === subject))
        Object.assign(one, { channel, ts: undefined, attempted: undefined, shown: -1 });
    },
  };
  const app = { installed: true };
  const start = () => {
    const outboxes = slack.outboxes(() => app.installed);
    const draw = async (subject: string) => ({
      card: { text: `${subject} at version ${row(subject).version}`, blocks: [] },
      answersFor: 'U0OLIVIA',
    });
    return new PostProjector({ outboxes, posts, draw, clock });
  };
  return { card, details, app, start };
}

/** Passes as the bot makes them, for a while. */
async function passes(projector: PostProjector, during = seconds(4)): Promise<unknown[]> {
  const errors: unknown[] = [];
  for (let passed = 0; passed < during; passed += 500) {
    await projector.pass().catch((error: unknown) => errors.push(error));
    slack.pass(500);
  }
  return errors;
}

const seen = () =>
  slack.server.messages.map(({ channel, text, thread_ts }) => [channel, text, thread_ts].filter(Boolean).join(' | '));

test('a card is posted once and then edited, and its details stand in its thread', async () => {
  const { card, details, start } = stage();
  const projector = start();
  expect(await passes(projector)).toEqual([]);
  for (const one of [card, details]) one.version = 2;
  expect(await passes(projector)).toEqual([]);
  expect(seen()).toEqual([`C0OPS | ${CARD} at version 2`, `C0OPS | ${DETAILS} at version 2 | ${card.ts}`]);
  expect(slack.server.calls.filter((method) => method.startsWith('conversations'))).toEqual([]);
});

test('however fast the news come, a card is edited once a second', async () => {
  const { card, details, start } = stage();
  const projector = start();
  await passes(projector);
  details.shown = 99;
  const before = slack.server.calls.length;
  for (let news = 0; news < 8; news += 1) {
    card.version += 1;
    await passes(projector, 250);
  }
  expect(slack.server.calls.slice(before).length).toBeLessThanOrEqual(4);
});

test.each([CARD, DETAILS])(
  'when nobody hears whether %s was posted, the bot that comes next finds it and brings it up to date',
  async (subject) => {
    const { card, details, start } = stage();
    if (subject === DETAILS) await start().pass();
    const [one] = [card, details].filter((row) => row.subject === subject);
    slack.pass(seconds(1));
    slack.server.next('chat.postMessage', { lost: true });
    await start()
      .pass()
      .catch(() => undefined);
    if (one) one.version = 2;
    await passes(start(), seconds(6));
    expect(slack.server.messages.filter(({ text }) => text.startsWith(`${subject} `)).map(({ text }) => text)).toEqual([
      `${subject} at version 2`,
    ]);
  },
);

test('when Slack wants quiet it is left alone for so long, and nothing is an error or posted twice', async () => {
  const { start } = stage();
  slack.server.next('chat.postMessage', { status: 429, retryAfter: 30 });
  const projector = start();
  expect(await passes(projector, seconds(29))).toEqual([]);
  const posted = () => slack.server.calls.filter((method) => method === 'chat.postMessage').length;
  expect([posted(), seen()]).toEqual([1, []]);
  expect(await passes(projector, seconds(6))).toEqual([]);
  expect([posted(), seen().length]).toEqual([3, 2]);
});

test('a card that somebody deleted is posted anew, and its details under it', async () => {
  const { card, start } = stage();
  const projector = start();
  await passes(projector);
  slack.server.messages.length = 0;
  card.version = 2;
  await passes(projector, seconds(6));
  expect(seen()).toEqual([`C0OPS | ${CARD} at version 2`, `C0OPS | ${DETAILS} at version 1 | ${card.ts}`]);
});

test('details whose thread is gone bring their card anew', async () => {
  const { card, start } = stage();
  const projector = start();
  await projector.pass();
  slack.pass(seconds(1));
  slack.server.next('chat.postMessage', { error: 'thread_not_found' });
  await passes(projector, seconds(6));
  expect(seen().slice(1)).toEqual([`C0OPS | ${CARD} at version 1`, `C0OPS | ${DETAILS} at version 1 | ${card.ts}`]);
});

test.each([CARD, DETAILS])(
  'a channel that is gone when %s is posted is left, with all that stands in it, for the person who answers',
  async (subject) => {
    const { card, start } = stage();
    const projector = start();
    if (subject === DETAILS) await projector.pass();
    slack.pass(seconds(1));
    const before = slack.server.messages.length;
    slack.server.next('chat.postMessage', { error: 'is_archived' });
    await passes(projector, seconds(6));
    expect(seen().slice(before)).toEqual([
      `DU0OLIVIA | ${CARD} at version 1`,
      `DU0OLIVIA | ${DETAILS} at version 1 | ${card.ts}`,
    ]);
  },
);

test('what Slack refuses is told, and tried again a while later', async () => {
  const { start } = stage();
  slack.server.next('chat.postMessage', { error: 'msg_too_long' }, { error: 'msg_too_long' });
  const projector = start();
  expect(await passes(projector, seconds(9))).toHaveLength(1);
  expect(await passes(projector, seconds(9))).toHaveLength(1);
  await passes(projector, seconds(6));
  expect(seen()).toHaveLength(2);
});

test('where the app is not installed, it waits', async () => {
  const { app, start } = stage();
  app.installed = false;
  expect([await passes(start()), slack.server.calls]).toEqual([[], []]);
});
