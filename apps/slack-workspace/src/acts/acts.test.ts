import type { App } from '@slack/bolt';
import { afterEach, describe, expect, test } from 'vitest';
import type { Fields } from '../json.ts';
import { type Pair, pair } from '../testing/bot.ts';

let both: Pair;
afterEach(() => both.stop());

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const modal = (title: string) => ({
  type: 'modal' as const,
  callback_id: 'form',
  title: plain(title),
  submit: plain('Submit'),
  blocks: [
    {
      type: 'input' as const,
      block_id: 'say',
      label: plain('Say'),
      element: { type: 'plain_text_input' as const, action_id: 'v' },
    },
    {
      type: 'actions' as const,
      block_id: 'act',
      elements: [{ type: 'button' as const, action_id: 'more', text: plain('More') }],
    },
  ],
});

interface Heard {
  readonly events: string[];
  readonly actions: Fields[];
}

/** An app whose form does what is typed into it. */
function wire(bolt: App, heard: Heard): void {
  bolt.command('/enable-acrobits', async ({ ack, body, client }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: modal('First') });
  });
  bolt.view('form', async ({ ack, view }) => {
    const wanted = view.state.values.say?.v?.value;
    if (wanted === 'update') await ack({ response_action: 'update', view: modal('Updated') });
    else if (wanted === 'push') await ack({ response_action: 'push', view: modal('Second') });
    else if (wanted === 'clear') await ack({ response_action: 'clear' });
    else if (wanted === 'misplaced') await ack({ response_action: 'errors', errors: { act: 'Not an input.' } });
    else await ack();
  });
  bolt.action(/.*/, async ({ ack, body }) => {
    heard.actions.push(body as unknown as Fields);
    await ack();
  });
  bolt.event('app_home_opened', async ({ event }) => void heard.events.push(`home ${event.user}`));
  bolt.event('app_mention', async ({ event }) => void heard.events.push(`mention ${event.text}`));
  bolt.message(async ({ message }) => void heard.events.push(`${message.channel} ${message.channel_type}`));
}

async function begin(mode: 'http' | 'socket' = 'http'): Promise<Heard> {
  const heard: Heard = { events: [], actions: [] };
  both = await pair(mode, (bolt) => wire(bolt, heard));
  return heard;
}

async function openForm(): Promise<void> {
  await both.post('command', { user: 'U0OLIVIA', channel: 'C0OPS', text: '/enable-acrobits' });
  await settled(async () => ((await both.get('modal?user=U0OLIVIA')).view === null ? undefined : true));
}

async function settled<Value>(look: () => Promise<Value | undefined> | Value | undefined): Promise<Value> {
  for (let tries = 0; tries < 100; tries += 1) {
    const value = await look();
    if (value !== undefined) return value;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('what was waited for did not come');
}

const say = (text: string) => both.post('submit', { user: 'U0OLIVIA', values: { Say: text } });
const shown = async () => {
  const { view, stack } = await both.get('modal?user=U0OLIVIA');
  const { title, trouble } = (view ?? {}) as { title?: { text: string }; trouble?: string };
  return { title: title?.text, trouble, stack };
};

describe('what an acknowledgement of a form may ask for', () => {
  test('another view in its place, one on top, or the end of them all', async () => {
    await begin();
    await openForm();
    expect(await say('update')).toMatchObject({ ok: true });
    expect(await shown()).toEqual({ title: 'Updated', stack: 1 });
    await say('push');
    expect(await shown()).toEqual({ title: 'Second', stack: 2 });
    await say('nothing');
    expect(await shown()).toEqual({ title: 'Updated', stack: 1 });
    await say('push');
    await say('clear');
    expect(await shown()).toEqual({ stack: 0 });
  });

  test('an error under something that is no input makes trouble, and the form stays', async () => {
    await begin();
    await openForm();
    expect(await say('misplaced')).toMatchObject({ ok: false, error: 'invalid_acknowledgement' });
    expect(await shown()).toMatchObject({ title: 'First', trouble: 'We had some trouble connecting. Try again?' });
  });

  test('a fourth view is too many', async () => {
    await begin();
    await openForm();
    await say('push');
    await say('push');
    expect(await say('push')).toMatchObject({ ok: false, detail: 'push_limit_reached' });
  });
});

describe('clicks', () => {
  test('in a modal carry what the person has typed so far, and a fresh trigger', async () => {
    const heard = await begin();
    await openForm();
    const answer = await both.post('click', {
      user: 'U0OLIVIA',
      view: true,
      action_id: 'more',
      values: { say: { v: 'half a sen' } },
    });
    expect(answer).toMatchObject({ ack: { status: 200 } });
    expect(heard.actions).toMatchObject([
      {
        container: { type: 'view' },
        view: { state: { values: { say: { v: { value: 'half a sen' } } } } },
        trigger_id: answer.trigger_id,
      },
    ]);
    expect(heard.actions[0]).not.toHaveProperty('response_url');
  });

  test('in an ephemeral message come without the message', async () => {
    const heard = await begin();
    const buttons = [{ type: 'actions', elements: [{ type: 'button', action_id: 'go', text: plain('Go'), value: 'r-1' }] }];
    const { client } = both.bolt;
    const { message_ts: ts } = await client.chat.postEphemeral({
      channel: 'C0OPS',
      user: 'U0OLIVIA',
      text: 'psst',
      blocks: buttons as never,
    });
    const click = { channel: 'C0OPS', ts, action_id: 'go' };
    expect(await both.post('click', { user: 'U0ADAM', ...click })).toMatchObject({ ok: false });
    await both.post('click', { user: 'U0OLIVIA', ...click });
    expect(heard.actions).toMatchObject([{ container: { is_ephemeral: true }, actions: [{ value: 'r-1', text: plain('Go') }] }]);
    expect(heard.actions[0]).not.toHaveProperty('message');
  });

  test('by somebody who has left are not possible', async () => {
    await begin();
    const { ts } = await both.bolt.client.chat.postMessage({ channel: 'C0OPS', text: 'card' });
    expect(await both.post('click', { user: 'U0DAN', channel: 'C0OPS', ts, action_id: 'go' })).toEqual({
      ok: false,
      error: 'Dan Dorsey is deactivated and can do nothing here.',
    });
  });
});

describe('events', () => {
  test('Home, direct messages and mentions reach the app; other talk does not', async () => {
    const heard = await begin();
    await both.post('home', { user: 'U0OLIVIA' });
    await both.post('say', { user: 'U0OLIVIA', channel: 'D0OLIVIA', text: 'hello' });
    await both.post('say', { user: 'U0OLIVIA', channel: 'C0OPS', text: 'nobody in particular' });
    await both.post('say', { user: 'U0OLIVIA', channel: 'C0OPS', text: '<@U0BOT> help' });
    await settled(() => (heard.events.length === 3 ? true : undefined));
    expect(heard.events.toSorted()).toEqual(['D0OLIVIA im', 'home U0OLIVIA', 'mention <@U0BOT> help']);
  });

  test('one that is not acknowledged comes again at once, after a minute and after five, and says so', async () => {
    await begin();
    await both.post('faults', { method: 'deliver', times: 3, drop: true });
    await both.post('home', { user: 'U0OLIVIA' });
    const attempts = async () => {
      const { requests } = (await both.get('requests')) as {
        requests: { what: string; status: number; request: { event_id: string } }[];
      };
      return requests.filter((one) => one.what === 'app_home_opened');
    };
    await settled(async () => ((await attempts()).length === 2 ? true : undefined));
    await both.post('clock', { advanceMs: 60_000 });
    await settled(async () => ((await attempts()).length === 3 ? true : undefined));
    await both.post('clock', { advanceMs: 300_000 });
    const all = await settled(async () => {
      const list = await attempts();
      return list.length === 4 ? list : undefined;
    });
    expect(all.map((one) => one.status)).toEqual([0, 0, 0, 200]);
    expect(new Set(all.map((one) => one.request.event_id)).size).toBe(1);
  });
});

describe('bad days', () => {
  test('an acknowledgement that is lost: the app has acted, and the person is told that it has not', async () => {
    await begin();
    await both.post('faults', { method: 'deliver', after: true });
    expect(await both.post('command', { user: 'U0OLIVIA', channel: 'C0OPS', text: '/enable-acrobits' })).toMatchObject({
      error: 'operation_timeout',
    });
    expect(await shown()).toMatchObject({ title: 'First' });
  });

  test('a socket that is cut: commands fail until the app is back', async () => {
    await begin('socket');
    expect(await both.get('sockets')).toEqual({ connected: true });
    expect(await both.post('sockets/disconnect', { how: 'kill' })).toMatchObject({ disconnected: 1 });
    expect(await both.post('command', { user: 'U0OLIVIA', channel: 'C0OPS', text: '/enable-acrobits' })).toMatchObject({
      error: 'dispatch_failed',
    });
  });

  test('what was said is kept whole for leak tests, tokens apart', async () => {
    await begin();
    await both.bolt.client.chat.postMessage({ channel: 'C0OPS', text: 'canary-7f3a' });
    const text = JSON.stringify(await both.get('requests'));
    expect(text).toContain('canary-7f3a');
    expect(text).not.toContain('xoxb-local');
    expect(text).not.toContain('local-signing-secret');
  });

  test('nonsense to the control API is answered with a sentence', async () => {
    await begin();
    expect(await both.post('command', { user: 'U0OLIVIA' })).toMatchObject({
      ok: false,
      error: expect.stringContaining('channel'),
    });
    expect(await both.post('submit', { user: 'U0OLIVIA' })).toEqual({ ok: false, error: 'olivia has no modal open.' });
    await openForm();
    expect(await both.post('submit', { user: 'U0OLIVIA', values: { Nmae: 'x' } })).toEqual({
      ok: false,
      error: 'The view has no input "Nmae".',
    });
  });

  test('a page of somebody else may not press the buttons', async () => {
    await begin();
    const headers = { origin: 'https://evil.example', 'content-type': 'application/json' };
    const response = await fetch(`${both.workspace.url}/_slack/reset`, { method: 'POST', headers, body: '{}' });
    expect(response.status).toBe(403);
  });

  test('a reset brings the seed back', async () => {
    await begin();
    await both.bolt.client.chat.postMessage({ channel: 'C0OPS', text: 'gone soon' });
    await both.post('archive', { channel: 'C0OPS' });
    await both.post('reset');
    expect(await both.get('messages?channel=C0OPS')).toEqual({ messages: [] });
    expect(await both.bolt.client.chat.postMessage({ channel: 'C0OPS', text: 'back' })).toMatchObject({ ok: true });
  });
});
