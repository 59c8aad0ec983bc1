import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Fields } from '../json.ts';
import { ask } from '../testing/bot.ts';
import { type Caller, caller } from '../testing/caller.ts';

let slack: Caller;
beforeEach(async () => {
  slack = await caller();
});
afterEach(() => slack.stop());

const rich = (text: string) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
});
const step = (more: Fields = {}) => ({
  type: 'task_card',
  task_id: 'ask',
  title: 'Ask Acrobits',
  status: 'in_progress',
  details: rich('since Monday'),
  sources: [{ type: 'url', url: 'https://pages.example/r', text: 'the run' }],
  ...more,
});
const plan = (...tasks: Fields[]) => ({ type: 'plan', title: 'Steps', tasks });
const post = (...blocks: Fields[]) => slack.call('chat.postMessage', { channel: 'C0OPS', text: 'card', blocks });
const control = (path: string, body?: Fields) => ask(`${slack.workspace.url}/_slack/${path}`, body);

describe('a card with a plan', () => {
  test('is posted and comes back as it was', async () => {
    const { message } = await post(plan(step(), step({ task_id: 'wait', status: 'pending', output: rich('nothing yet') })));
    expect(message).toMatchObject({ blocks: [{ type: 'plan', tasks: [step(), { task_id: 'wait' }] }] });
    expect(await post(step())).toMatchObject({ ok: true });
  });

  test.each<[string, Fields, string]>([
    ['a step that is no task card', plan({ type: 'section' }), '/blocks/0/tasks/0/type'],
    ['a state that Slack does not know', plan(step({ status: 'skipped' })), '/blocks/0/tasks/0/status'],
    ['details that are a plain text', plan(step({ details: { type: 'plain_text', text: 'x' } })), '/blocks/0/tasks/0/details'],
    [
      'details of two parts',
      plan(step({ details: { type: 'rich_text', elements: [...rich('a').elements, ...rich('b').elements] } })),
      '/blocks/0/tasks/0/details/elements',
    ],
    ['an empty word in the details', plan(step({ details: rich('') })), '/blocks/0/tasks/0/details/elements/0/elements/0/text'],
    ['a misspelt field of a step', plan(step({ detail: rich('x') })), '/blocks/0/tasks/0/detail'],
    [
      'a source without a text',
      plan(step({ sources: [{ type: 'url', url: 'https://a.example' }] })),
      '/blocks/0/tasks/0/sources/0',
    ],
    ['the same step twice', plan(step(), step()), '/blocks/0/tasks/1/task_id'],
    ['a title that is a text object', { ...plan(), title: { type: 'plain_text', text: 'Steps' } }, '/blocks/0/title'],
  ])('%s is refused', async (_, block, pointer) => {
    expect(await post(block)).toMatchObject({
      error: 'invalid_blocks',
      errors: [expect.stringContaining(`pointer:${pointer}]`)],
    });
  });

  test('a workspace that does not have the block yet refuses it, posted or updated, and takes the same message without it', async () => {
    const { ts } = await post(plan(step()));
    expect(await control('switches', { plan: false })).toMatchObject({ ok: true, plan: false });
    const refused = { error: 'invalid_blocks', errors: [expect.stringContaining('unsupported type: plan')] };
    expect(await post(plan(step()))).toMatchObject(refused);
    expect(await slack.call('chat.update', { channel: 'C0OPS', ts, text: 'x', blocks: [plan(step())] })).toMatchObject(refused);
    const section = { type: 'section', text: { type: 'mrkdwn', text: 'Steps' } };
    expect(await slack.call('chat.update', { channel: 'C0OPS', ts, text: 'x', blocks: [section] })).toMatchObject({ ok: true });
    await control('reset', {});
    expect(await control('switches')).toEqual({ plan: true, limits: false });
  });

  test('one that is forty days old is still edited in place', async () => {
    const { ts } = await post(plan(step()));
    slack.workspace.slack.clock.advance(40 * 24 * 3600 * 1000);
    expect(await slack.call('chat.update', { channel: 'C0OPS', ts, text: 'done' })).toMatchObject({ ok: true, ts });
    expect(await slack.call('conversations.history', { channel: 'C0OPS' })).toMatchObject({ messages: [{ ts, text: 'done' }] });
  });

  test('what is posted in its thread is found by its metadata', async () => {
    const { ts } = await post(plan(step()));
    const metadata = { event_type: 'reminder', event_payload: { run: 'r-1', number: 1 } };
    await slack.call('chat.postMessage', { channel: 'C0OPS', text: 'still waiting', thread_ts: ts, metadata });
    const thread = await slack.call('conversations.replies', { channel: 'C0OPS', ts, include_all_metadata: true });
    expect(thread.messages).toMatchObject([{ ts }, { text: 'still waiting', thread_ts: ts, metadata }]);
    const unasked = await slack.call('conversations.replies', { channel: 'C0OPS', ts });
    expect(unasked.messages).not.toHaveProperty('1.metadata');
  });
});

describe('Home and direct messages', () => {
  const home = (text: string) => ({ type: 'home', blocks: [{ type: 'header', text: { type: 'plain_text', text } }] });

  test('each person has a Home of their own, and a late writer is refused by its hash', async () => {
    const publish = (user_id: string, more: Fields) => slack.call('views.publish', { user_id, view: home('Runs'), ...more });
    const { view } = (await publish('U0OLIVIA', {})) as { view: { hash: string; id: string } };
    expect(await publish('U0OLIVIA', { hash: view.hash })).toMatchObject({ ok: true, view: { id: view.id } });
    expect(await publish('U0OLIVIA', { hash: view.hash })).toMatchObject({ error: 'hash_conflict' });
    expect(await publish('U0DAN', {})).toMatchObject({ error: 'user_not_found' });
    expect(await control('home?user=U0OLIVIA')).toMatchObject({ view: { blocks: home('Runs').blocks } });
    expect(await control('home?user=U0ADAM')).toEqual({ view: null });
  });

  test('a direct message is opened by the person’s id, and takes a message', async () => {
    const { channel } = (await slack.call('conversations.open', { users: 'U0ADAM' })) as { channel: { id: string } };
    expect(await slack.call('chat.postMessage', { channel: channel.id, text: 'Please approve' })).toMatchObject({ ok: true });
    expect(await control(`messages?channel=${channel.id}&user=U0ADAM`)).toMatchObject({ messages: [{ text: 'Please approve' }] });
    expect(await slack.call('conversations.open', { users: 'U0DAN' })).toMatchObject({ error: 'user_disabled' });
  });
});
