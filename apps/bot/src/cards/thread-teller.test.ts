import { seconds } from '@enablement/core';
import { expect, test } from 'vitest';
import { ask, createDesk } from '../testing/desk.ts';
import { slackForTests } from '../testing/slack-for-tests.ts';
import { ThreadTeller } from './thread-teller.ts';

const slack = slackForTests();
const { clock } = slack;

/** A run with its card, of which nothing was told in the thread yet. */
async function stage() {
  const desk = createDesk();
  const enablement = await ask(desk, 'Northwind Telecom', 'portal.example');
  const { ts = '' } = await slack.server.slack.chat.postMessage({ channel: 'C1', text: 'the card' });
  slack.pass(seconds(5));
  const kept: { told: number; moved?: string } = { told: 0 };
  const card = { enablement, team: '', channel: 'C1', ts, version: 1, toldSeq: 0, attempted: undefined };
  const teller = new ThreadTeller({
    outboxes: slack.outboxes(),
    board: { move: async (_enablement, channel) => void Object.assign(kept, { moved: channel }) },
    threads: {
      untold: async () => (kept.told === 0 ? [card] : []),
      entries: async () => ({ told: [], untold: desk.world.audit.all.map(({ entry }) => entry) }),
      attempt: async () => undefined,
      told: async (_enablement, seq) => void Object.assign(kept, { told: seq }),
    },
    names: { of: async () => new Map(), know: async () => undefined },
    clock,
  });
  return { teller, kept };
}

const told = () => slack.server.messages.filter(({ text }) => text.includes('Enablement requested'));

test('what happened is told once, under the card', async () => {
  const { teller, kept } = await stage();
  await teller.pass();
  await teller.pass();
  expect(told()).toMatchObject([{ channel: 'C1', thread_ts: expect.any(String) }]);
  expect(kept.moved).toBeUndefined();
});

test.each(['thread_not_found', 'is_archived', 'not_in_channel'])('when Slack says %s the card is posted anew', async (error) => {
  const { teller, kept } = await stage();
  slack.server.next('chat.postMessage', { error });
  await teller.pass();
  expect(kept.moved).toBe('C1');
});

test.each(['account_inactive', 'token_revoked', 'invalid_auth'])(
  'a token that died (%s) leaves the card where it is, for the next installation',
  async (error) => {
    const { teller, kept } = await stage();
    slack.server.next('chat.postMessage', { error });
    await expect(teller.pass()).rejects.toThrow(error);
    expect([kept.moved, kept.told]).toEqual([undefined, 0]);
  },
);
