import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Fields } from '../json.ts';
import { type Caller, caller } from '../testing/caller.ts';
import { post, visibleTo } from '../workspace.ts';

let slack: Caller;
beforeEach(async () => {
  slack = await caller();
});
afterEach(() => slack.stop());

function issue(original?: string, channel = 'C0OPS'): string {
  const { responseUrls } = slack.workspace.slack;
  const kind = original === undefined ? 'commands' : 'actions';
  return slack.workspace.url + responseUrls.issue(kind, { user: 'U0OLIVIA', channel, threadTs: undefined, original });
}

async function respond(url: string, body: Fields): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return `${response.status} ${await response.text()}`;
}

const seenBy = (user: string, channel = 'C0OPS') =>
  visibleTo(slack.workspace.slack.workspace, channel, user).map((one) => one.text);

test('it works five times', async () => {
  const url = issue();
  for (let use = 1; use <= 5; use += 1) expect(await respond(url, { text: `answer ${use}` })).toBe('200 ok');
  expect(await respond(url, { text: 'answer 6' })).toBe('404 used_url');
});

test('it works for thirty minutes', async () => {
  const url = issue();
  slack.workspace.slack.clock.advance(29 * 60_000);
  expect(await respond(url, { text: 'in time' })).toBe('200 ok');
  slack.workspace.slack.clock.advance(2 * 60_000);
  expect(await respond(url, { text: 'late' })).toBe('404 expired_url');
});

test('what it says is for one person, unless it says in_channel; the app need not be a member', async () => {
  await respond(issue(), { text: 'for you' });
  await respond(issue(), { text: 'for all', response_type: 'in_channel' });
  await respond(issue(undefined, 'C0GENERAL'), { text: 'here too' });
  expect(seenBy('U0OLIVIA')).toEqual(['for you', 'for all']);
  expect(seenBy('U0ADAM')).toEqual(['for all']);
  expect(seenBy('U0OLIVIA', 'C0GENERAL')).toEqual(['here too']);
});

test('the message that was clicked is replaced or taken away, also when only one person sees it', async () => {
  const message = post(slack.workspace.slack.workspace, {
    channel: 'C0OPS',
    author: 'U0BOT',
    text: 'old',
    blocks: [],
    onlyFor: 'U0OLIVIA',
  });
  const url = issue(message.ts);
  expect(await respond(url, { text: 'new', replace_original: true })).toBe('200 ok');
  expect(seenBy('U0OLIVIA')).toEqual(['new']);
  expect(await respond(url, { delete_original: true })).toBe('200 ok');
  expect(seenBy('U0OLIVIA')).toEqual([]);
  expect(await respond(url, { text: 'again', replace_original: true })).toBe('404 message_not_found');
});

test('blocks are held to their limits, and nonsense is refused', async () => {
  expect(await respond(issue(), { blocks: [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }] })).toBe(
    '400 invalid_blocks',
  );
  expect(await respond(issue(), {})).toBe('400 no_text');
  expect(await respond(issue(), { text: 7 })).toBe('400 invalid_payload');
  expect(await respond(`${slack.workspace.url}/hooks/actions/made-up`, { text: 'hello' })).toBe('404 no_such_url');
});
