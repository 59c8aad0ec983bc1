import type { Posts, StalePost } from '@enablement/gateways/postgres';
import { ErrorCode, WebAPIPlatformError, WebClient } from '@slack/web-api';
import { expect, test } from 'vitest';
import { PostProjector } from './projector.ts';

const STALE: StalePost = {
  subject: 'xima/1',
  team: 'T1',
  channel: 'C0OPS',
  ts: undefined,
  thread: undefined,
  attempted: false,
  version: 3,
};

/** A Slack that notes what it is asked, and answers as it is told; a table of posts that does the same. */
function begin(stale: StalePost, answers: Readonly<Record<string, object | string>> = {}) {
  const asked: string[] = [];
  const noted: string[] = [];
  class Slack extends WebClient {
    override async apiCall(method: string, options: Record<string, unknown> = {}) {
      asked.push([method, options.channel, options.ts, options.thread_ts].filter(Boolean).join(' '));
      const answer = answers[method] ?? { ts: '1.1' };
      if (typeof answer === 'string') throw platformError(answer);
      return { ok: true, ...answer };
    }
  }
  const posts: Posts = {
    stale: async () => [stale],
    attempt: async (subject) => void noted.push(`attempt ${subject}`),
    shown: async (subject, ts, version) => void noted.push(`shown ${subject} ${ts} ${version}`),
    move: async (subject, channel) => void noted.push(`move ${subject} ${channel}`),
  };
  const slack = new Slack('xoxb-x');
  const projector = (installed = true) =>
    new PostProjector({
      clientOf: async () => (installed ? slack : undefined),
      posts,
      draw: async () => ({ card: { text: 'a card', blocks: [] }, answersFor: 'U0OLIVIA' }),
      clock: { now: () => new Date('2026-03-02T09:00:00Z') },
    });
  return { asked, noted, projector };
}

function platformError(error: string): Error {
  const made = Object.create(WebAPIPlatformError.prototype);
  return Object.assign(made, { code: ErrorCode.PlatformError, data: { ok: false, error }, message: error });
}

test('a post is noted as begun, posted, and noted as shown; later it is edited', async () => {
  const first = begin(STALE);
  await first.projector().pass();
  expect([first.asked, first.noted]).toEqual([['chat.postMessage C0OPS'], ['attempt xima/1', 'shown xima/1 1.1 3']]);
  const later = begin({ ...STALE, ts: '1.1' });
  await later.projector().pass();
  expect([later.asked, later.noted]).toEqual([['chat.update C0OPS 1.1'], ['shown xima/1 1.1 3']]);
});

test('details stand in the thread of their post', async () => {
  const { asked, projector } = begin({ ...STALE, subject: 'xima/1#details', thread: '1.1' });
  await projector().pass();
  expect(asked).toEqual(['chat.postMessage C0OPS 1.1']);
});

test('when a posting’s end is not known, its message is looked for, in the channel or in the thread, before another is posted', async () => {
  const messages = [{ ts: '9.9', metadata: { event_type: 'enablement_post', event_payload: { subject: 'xima/1' } } }];
  const found = begin({ ...STALE, attempted: true }, { 'conversations.history': { messages } });
  await found.projector().pass();
  expect(found.asked).toEqual(['conversations.history C0OPS', 'chat.update C0OPS 9.9']);
  const lost = begin({ ...STALE, attempted: true, thread: '1.1' }, { 'conversations.replies': { messages: [] } });
  await lost.projector().pass();
  expect(lost.asked).toEqual(['conversations.replies C0OPS 1.1', 'chat.postMessage C0OPS 1.1']);
});

test('a message that is gone is posted anew; a channel that is gone is left for the person who answers', async () => {
  const gone = begin({ ...STALE, ts: '1.1' }, { 'chat.update': 'message_not_found' });
  await gone.projector().pass();
  expect(gone.noted).toEqual(['move xima/1 C0OPS']);
  const archived = begin(STALE, { 'chat.postMessage': 'is_archived', 'conversations.open': { channel: { id: 'D1' } } });
  await archived.projector().pass();
  expect(archived.noted).toEqual(['attempt xima/1', 'move xima/1 D1']);
});

test('where the app is not installed, it waits', async () => {
  const { asked, noted, projector } = begin(STALE);
  await projector(false).pass();
  expect([asked, noted]).toEqual([[], []]);
});
