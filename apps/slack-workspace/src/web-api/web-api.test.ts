import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Fields } from '../json.ts';
import { type Caller, caller } from '../testing/caller.ts';

let slack: Caller;
beforeEach(async () => {
  slack = await caller();
});
afterEach(() => slack.stop());

const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
const metadata = { event_type: 'run', event_payload: { run_id: 'r-1' } };

describe('who may call', () => {
  test('a call without a token, with a strange one, and of a method that is not there', async () => {
    const { url } = slack.workspace;
    const bare = async (headers: Record<string, string>, method = 'auth.test') =>
      (await fetch(`${url}/api/${method}`, { method: 'POST', headers })).json();
    expect(await bare({})).toEqual({ ok: false, error: 'not_authed' });
    expect(await bare({ authorization: 'Bearer xoxb-strange' })).toEqual({ ok: false, error: 'invalid_auth' });
    expect(await bare({ authorization: 'Bearer xapp-local' })).toEqual({ ok: false, error: 'not_allowed_token_type' });
    expect(await bare({}, 'chat.shout')).toMatchObject({ ok: false, error: 'unknown_method' });
    expect(await slack.call('auth.test')).toMatchObject({ ok: true, user_id: 'U0BOT', bot_id: 'B0BOT', team_id: 'T0NORTH' });
  });

  test('a body that is no JSON is an answer, not a crash', async () => {
    const headers = { authorization: 'Bearer xoxb-local', 'content-type': 'application/json' };
    const response = await fetch(`${slack.workspace.url}/api/chat.postMessage`, { method: 'POST', headers, body: '{"channel":' });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ ok: false, error: 'invalid_json' });
  });

  test('a missing argument is named', async () => {
    expect(await slack.call('chat.postMessage', { text: 'hello' })).toMatchObject({ ok: false, error: 'invalid_arguments' });
  });
});

describe('messages', () => {
  test.each([
    ['C0GENERAL', 'not_in_channel'],
    ['C0NOWHERE', 'channel_not_found'],
  ])('posting to %s answers %s', async (channel, error) => {
    expect(await slack.call('chat.postMessage', { channel, text: 'hello' })).toMatchObject({ ok: false, error });
  });

  test('a private channel without the app does not exist for it', async () => {
    slack.workspace.slack.workspace.channels.get('C0PRIVATE')?.members.delete('U0BOT');
    expect(await slack.call('chat.postMessage', { channel: 'C0PRIVATE', text: 'hello' })).toMatchObject({
      error: 'channel_not_found',
    });
    expect(await slack.call('conversations.info', { channel: 'C0PRIVATE' })).toMatchObject({ error: 'channel_not_found' });
  });

  test('an archived channel takes no message', async () => {
    slack.workspace.slack.workspace.channels.set('C0OPS', { ...opsChannel(), archived: true });
    expect(await slack.call('chat.postMessage', { channel: 'C0OPS', text: 'hello' })).toMatchObject({ error: 'is_archived' });
  });

  function opsChannel() {
    const channel = slack.workspace.slack.workspace.channels.get('C0OPS');
    if (channel === undefined) throw new Error('the seed has no #ops');
    return channel;
  }

  test('metadata is kept, and comes back only to those who ask for it', async () => {
    await slack.call('chat.postMessage', { channel: 'C0OPS', text: 'run', metadata });
    const asked = await slack.call('conversations.history', { channel: 'C0OPS', include_all_metadata: true });
    expect(asked.messages).toMatchObject([{ text: 'run', metadata }]);
    const unasked = await slack.call('conversations.history', { channel: 'C0OPS' });
    expect(unasked.messages).not.toHaveProperty('0.metadata');
  });

  test('only what the app itself has said can be changed or taken back', async () => {
    const { workspace } = slack.workspace.slack;
    const { ts } = await slack.call('chat.postMessage', { channel: 'C0OPS', text: 'mine' });
    const list = workspace.messages.get('C0OPS') ?? [];
    workspace.messages.set('C0OPS', [...list, { ...(list[0] as (typeof list)[number]), ts: '1.000001', author: 'U0ADAM' }]);
    expect(await slack.call('chat.update', { channel: 'C0OPS', ts: '1.000001', text: 'x' })).toMatchObject({
      error: 'cant_update_message',
    });
    expect(await slack.call('chat.delete', { channel: 'C0OPS', ts: '1.000001' })).toMatchObject({ error: 'cant_delete_message' });
    expect(await slack.call('chat.update', { channel: 'C0OPS', ts: '9.000009', text: 'x' })).toMatchObject({
      error: 'message_not_found',
    });
    expect(await slack.call('chat.delete', { channel: 'C0OPS', ts })).toMatchObject({ ok: true });
    expect(await slack.call('chat.update', { channel: 'C0OPS', ts, text: 'x' })).toMatchObject({ error: 'message_not_found' });
  });

  test('an update with text alone takes the blocks away', async () => {
    const { ts } = await slack.call('chat.postMessage', { channel: 'C0OPS', text: 'a', blocks: [section('a')] });
    const updated = await slack.call('chat.update', { channel: 'C0OPS', ts, text: 'b' });
    expect(updated.message).toMatchObject({ text: 'b' });
    expect(updated.message).not.toHaveProperty('blocks');
    expect(await slack.call('chat.update', { channel: 'C0OPS', ts })).toMatchObject({ error: 'no_text' });
  });

  test('an ephemeral message needs its reader in the channel, and is in no history', async () => {
    const ephemeral = { channel: 'C0PRIVATE', text: 'psst' };
    expect(await slack.call('chat.postEphemeral', { ...ephemeral, user: 'U0VERA' })).toMatchObject({
      error: 'user_not_in_channel',
    });
    const { message_ts: ts } = await slack.call('chat.postEphemeral', { ...ephemeral, user: 'U0ADAM' });
    expect(await slack.call('conversations.history', { channel: 'C0PRIVATE' })).toMatchObject({ messages: [] });
    expect(await slack.call('chat.update', { channel: 'C0PRIVATE', ts, text: 'x' })).toMatchObject({
      error: 'message_not_found',
    });
  });

  test('a thread and its permalink', async () => {
    const { ts } = await slack.call('chat.postMessage', { channel: 'C0OPS', text: 'card' });
    const reply = await slack.call('chat.postMessage', { channel: 'C0OPS', text: 'detail', thread_ts: ts });
    const replies = await slack.call('conversations.replies', { channel: 'C0OPS', ts });
    expect(replies.messages).toMatchObject([
      { text: 'card', reply_count: 1 },
      { text: 'detail', thread_ts: ts },
    ]);
    expect(await slack.call('conversations.history', { channel: 'C0OPS' })).toMatchObject({ messages: [{ text: 'card' }] });
    const { permalink } = await slack.call('chat.getPermalink', { channel: 'C0OPS', message_ts: reply.ts });
    const page = await fetch(String(permalink), { redirect: 'manual' });
    expect(page.headers.get('location')).toBe(`/#C0OPS/${String(reply.ts)}`);
    const strayed = await slack.call('chat.postMessage', { channel: 'C0OPS', text: 'x', thread_ts: '1.000001' });
    expect(strayed).toMatchObject({ error: 'thread_not_found' });
  });

  test('history comes newest first, in pages', async () => {
    for (const text of ['one', 'two', 'three']) await slack.call('chat.postMessage', { channel: 'C0OPS', text });
    const first = await slack.call('conversations.history', { channel: 'C0OPS', limit: 2 });
    expect(first).toMatchObject({ messages: [{ text: 'three' }, { text: 'two' }], has_more: true });
    const cursor = (first.response_metadata as Fields).next_cursor;
    const second = await slack.call('conversations.history', { channel: 'C0OPS', limit: 2, cursor });
    expect(second).toMatchObject({ messages: [{ text: 'one' }], has_more: false });
  });
});

describe('people', () => {
  test('are found by id and e-mail; who has left is marked and not found by e-mail', async () => {
    expect(await slack.call('users.info', { user: 'U0GRETA' })).toMatchObject({ user: { is_restricted: true, deleted: false } });
    expect(await slack.call('users.info', { user: 'U0DAN' })).toMatchObject({ user: { deleted: true } });
    expect(await slack.call('users.info', { user: 'U0NOBODY' })).toMatchObject({ error: 'user_not_found' });
    expect(await slack.call('users.lookupByEmail', { email: 'Olivia@northwind.example' })).toMatchObject({
      user: { id: 'U0OLIVIA' },
    });
    expect(await slack.call('users.lookupByEmail', { email: 'dan@northwind.example' })).toMatchObject({
      error: 'users_not_found',
    });
    expect(await slack.call('usergroups.users.list', { usergroup: 'S0OPS' })).toMatchObject({ users: ['U0OLIVIA', 'U0ADA'] });
    expect(await slack.call('usergroups.users.list', { usergroup: 'S0NONE' })).toMatchObject({ error: 'no_such_subteam' });
  });

  test('have a direct message with the app, unless they have left', async () => {
    expect(await slack.call('conversations.open', { users: 'U0OLIVIA' })).toMatchObject({ channel: { id: 'D0OLIVIA' } });
    expect(await slack.call('conversations.open', { users: 'U0DAN' })).toMatchObject({ error: 'user_disabled' });
    expect(await slack.call('chat.postMessage', { channel: 'U0OLIVIA', text: 'hello' })).toMatchObject({ channel: 'D0OLIVIA' });
  });
});

describe('faults', () => {
  const post = () => slack.call('chat.postMessage', { channel: 'C0OPS', text: 'once' });
  const said = () => slack.workspace.slack.workspace.messages.get('C0OPS')?.length ?? 0;

  test('429 carries Retry-After, as often as planned, and nothing happens', async () => {
    slack.workspace.slack.faults.plan({ method: 'chat.postMessage', times: 2, status: 429, retryAfter: 7 });
    for (const _ of [1, 2])
      await expect(post()).rejects.toMatchObject({ code: 'slack_webapi_rate_limited_error', retryAfter: 7 });
    expect(said()).toBe(0);
    expect(await post()).toMatchObject({ ok: true });
  });

  test('an answer that is lost leaves its effect behind', async () => {
    slack.workspace.slack.faults.plan({ method: 'chat.postMessage', after: true, drop: true });
    await expect(post()).rejects.toThrow();
    expect(said()).toBe(1);
  });

  test('500, and a planned Slack error', async () => {
    slack.workspace.slack.faults.plan({ method: '*', status: 500 });
    await expect(post()).rejects.toThrow();
    slack.workspace.slack.faults.plan({ method: 'chat.postMessage', error: 'fatal_error' });
    expect(await post()).toMatchObject({ ok: false, error: 'fatal_error' });
  });

  test('Slack is down until it is up again', async () => {
    slack.workspace.slack.faults.plan({ method: '*', down: true });
    await expect(post()).rejects.toThrow();
    await expect(post()).rejects.toThrow();
    slack.workspace.slack.faults.plan({ method: '*', down: false });
    expect(await post()).toMatchObject({ ok: true });
  });
});
