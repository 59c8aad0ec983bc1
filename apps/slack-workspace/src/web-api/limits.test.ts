import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Caller, caller } from '../testing/caller.ts';

let slack: Caller;
beforeEach(async () => {
  slack = await caller();
});
afterEach(() => slack.stop());

/** HTTP status and Retry-After of one call. */
async function bare(method: string, args: Record<string, string>): Promise<readonly [number, string | null]> {
  const { status, headers } = await fetch(`${slack.workspace.url}/api/${method}`, {
    method: 'POST',
    headers: { authorization: 'Bearer xoxb-local' },
    body: new URLSearchParams(args),
  });
  return [status, headers.get('retry-after')];
}
const post = (channel = 'C0OPS') => bare('chat.postMessage', { channel, text: 'card' });

test('nothing is counted until somebody asks for it', async () => {
  for (let n = 0; n < 60; n += 1) expect((await post())[0]).toBe(200);
});

test('one message a second in a channel, and not in another', async () => {
  slack.workspace.slack.switches.turn({ limits: true });
  expect(await post()).toEqual([200, null]);
  expect(await post()).toEqual([429, '1']);
  expect(await post('D0ADAM')).toEqual([200, null]);
  slack.workspace.slack.clock.advance(1000);
  expect(await post()).toEqual([200, null]);
});

test('fifty updates a minute, then Slack says how long to wait, and nothing has changed', async () => {
  const { ts } = await slack.call('chat.postMessage', { channel: 'C0OPS', text: 'card' });
  slack.workspace.slack.switches.turn({ limits: true });
  const update = (text: string) => bare('chat.update', { channel: 'C0OPS', ts: String(ts), text });
  for (let n = 1; n <= 50; n += 1) expect((await update(`step ${n}`))[0]).toBe(200);
  const [status, wait] = await update('one too many');
  expect([status, Number(wait) > 50 && Number(wait) <= 60]).toEqual([429, true]);
  expect(slack.workspace.slack.workspace.messages.get('C0OPS')?.[0]?.text).toBe('step 50');
  slack.workspace.slack.clock.advance(60_000);
  expect((await update('later'))[0]).toBe(200);
});
