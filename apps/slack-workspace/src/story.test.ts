import { afterEach, describe, expect, test } from 'vitest';
import type { Pair } from './testing/bot.ts';
import { pair } from './testing/bot.ts';
import { wireStory } from './testing/story.ts';

let both: Pair;
afterEach(() => both.stop());

const olivia = { user: 'U0OLIVIA', channel: 'C0OPS' };

/** What the app does after its acknowledgement arrives a little later. */
async function eventually<Value>(look: () => Promise<Value>, good: (value: Value) => boolean): Promise<Value> {
  for (let tries = 0; tries < 100; tries += 1) {
    const value = await look();
    if (good(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return look();
}

describe.each(['http', 'socket'] as const)('a Bolt app over %s', (mode) => {
  test('does a whole job: command, form, error under a field, message, button, edited message', async () => {
    both = await pair(mode, wireStory);
    const { post, get } = both;

    expect(await post('command', { ...olivia, text: '/enable-acrobits' })).toMatchObject({ ack: { status: 200, body: '' } });
    await eventually(
      () => get('modal?user=U0OLIVIA'),
      (modal) => modal.view !== null,
    );
    expect(await get('modal?user=U0ADAM')).toEqual({ view: null, stack: 0 });

    const incomplete = await post('submit', { user: 'U0OLIVIA', values: { 'Contact e-mail': 'nobody' } });
    expect(incomplete).toEqual({ ok: false, errors: { csp: 'This field is required.', email: 'Write an e-mail address.' } });

    const values = { 'CSP company': 'Initech', 'Contact e-mail': 'peter@initech.example', Region: 'Europe' };
    const refused = await post('submit', { user: 'U0OLIVIA', values });
    expect(refused).toEqual({ ok: false, errors: { csp: 'Initech is enabled already.' } });

    expect(await post('submit', { user: 'U0OLIVIA', values: { csp: { v: 'Acme' } } })).toMatchObject({ ok: true });
    expect(await get('modal?user=U0OLIVIA')).toEqual({ view: null, stack: 0 });

    type Seen = { messages: { ts: string; text: string; metadata: unknown }[] };
    const look = () => get('messages?channel=C0OPS&user=U0ADAM') as Promise<Seen>;
    const { messages } = await eventually(look, (seen) => seen.messages.length > 0);
    expect(messages).toMatchObject([
      { text: 'Enabling Acme', metadata: { event_type: 'run', event_payload: { run_id: 'r-1' } } },
    ]);

    const ts = messages[0]?.ts;
    expect(await post('click', { user: 'U0ADAM', channel: 'C0OPS', ts, action_id: 'approve' })).toMatchObject({
      ack: { status: 200 },
    });
    const edited = await eventually(look, (seen) => seen.messages[0]?.text !== 'Enabling Acme');
    expect(edited.messages).toMatchObject([{ ts, text: 'Approved by <@U0ADAM>', blocks: [] }]);
  });

  test('answers a command with a text that only its author sees', async () => {
    both = await pair(mode, wireStory);
    await both.post('command', { ...olivia, text: '/enable-acrobits help' });
    expect(await both.get('messages?channel=C0OPS&user=U0OLIVIA')).toMatchObject({
      messages: [{ text: 'Type /enable-acrobits to begin.', ephemeral: true }],
    });
    expect(await both.get('messages?channel=C0OPS&user=U0ADAM')).toEqual({ messages: [] });
  });

  test('that never acknowledges leaves the person with operation_timeout after three seconds of workspace time', async () => {
    both = await pair(mode, wireStory);
    const typed = both.post('command', { ...olivia, text: '/enable-acrobits slow' });
    await new Promise((resolve) => setTimeout(resolve, 100));
    await both.post('clock', { advanceMs: 3000 });
    expect(await typed).toMatchObject({ error: 'operation_timeout' });
    expect(await both.get('messages?channel=C0OPS&user=U0OLIVIA')).toMatchObject({
      messages: [{ text: '/enable-acrobits failed with the error "operation_timeout"', ephemeral: true }],
    });
  });
});

test('a bot that is down leaves the person with dispatch_failed', async () => {
  both = await pair('http', wireStory, { botUrl: 'http://127.0.0.1:9/slack/events' });
  expect(await both.post('command', { ...olivia, text: '/enable-acrobits' })).toMatchObject({ error: 'dispatch_failed' });
});

test('a command that the app has not registered is not sent', async () => {
  both = await pair('http', wireStory);
  expect(await both.post('command', { ...olivia, text: '/enable-xima' })).toEqual({ error: 'unknown_command' });
  const { requests } = (await both.get('requests')) as { requests: { from: string }[] };
  expect(requests.filter((one) => one.from === 'slack')).toEqual([]);
});

test('a modal that is closed tells the app, for it asked to be told', async () => {
  both = await pair('http', wireStory);
  const { post, get } = both;
  await post('command', { ...olivia, text: '/enable-acrobits' });
  await eventually(
    () => get('modal?user=U0OLIVIA'),
    (modal) => modal.view !== null,
  );
  expect(await post('close', { user: 'U0OLIVIA' })).toEqual({ ok: true, closed: 1 });
  const { requests } = (await get('requests')) as { requests: { what: string; request: unknown }[] };
  expect(requests.find((one) => one.what === 'view_closed')?.request).toMatchObject({
    is_cleared: false,
    view: { callback_id: 'enable' },
  });
});

test('the same payload delivered twice reaches the app twice, with the same trigger', async () => {
  both = await pair('http', wireStory);
  const { post, get } = both;
  await post('command', { ...olivia, text: '/enable-acrobits help' });
  await post('redeliver');
  const { requests } = (await get('requests')) as { requests: { what: string; request: { trigger_id: string } }[] };
  const triggers = requests.filter((one) => one.what === '/enable-acrobits').map((one) => one.request.trigger_id);
  expect(triggers).toHaveLength(2);
  expect(new Set(triggers).size).toBe(1);
});
