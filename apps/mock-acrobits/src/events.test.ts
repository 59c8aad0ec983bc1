import { parse } from 'node-html-parser';
import { beforeEach, expect, test } from 'vitest';
import { callbackPassword } from './state.ts';
import { type Acrobits, openAcrobits } from './testing/open-acrobits.ts';

let acrobits: Acrobits;
let password: string;
beforeEach(async () => {
  acrobits = await openAcrobits();
  password = callbackPassword({ cloudId: 'NSACME', apiKey: 'mock-cloud-api-key' });
});

const message = {
  id: 1700000000123,
  timestamp: '2026-01-31 10:00:00',
  type: 'chat',
  domain: 'acme.example',
  direction: 'orig',
  'from-user-id': '100',
  'terminating-user-id': '101',
  text: 'Are you there?',
  'messagesession-id': '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
  'file-access-url ': 'a member whose name ends with a blank',
};
const session = {
  user: '101',
  domain: 'acme.example',
  'messagesession-id': '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
  'messagesession-participants': '100,101',
  'messagesession-last-sender': '100',
  'messagesession-last-message': 'Are you there?',
  'messagesession-muted': null,
};

interface Post {
  readonly path?: string;
  readonly cloudId?: string;
  readonly query?: string;
  readonly type?: string;
  readonly body?: unknown;
}

const post = ({
  path = 'message',
  cloudId = 'NSACME',
  query = `?password=${password}`,
  type = 'application/json',
  body = [message],
}: Post = {}) =>
  fetch(`${acrobits.url}/netsapiens/callbacks/${cloudId}/${path}${query}`, {
    method: 'POST',
    headers: { 'content-type': type, 'x-correlation-id': 'abcdef0123456789abcdef0123456789' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

const page = async (path = '/events') => parse(await (await fetch(acrobits.url + path)).text());

test('a message that is sent in NetSapiens is seen arriving, and so is its session, newest first', async () => {
  expect((await post()).status).toBe(200);
  expect((await post({ path: 'message-session', cloudId: 'NSACME*', body: [session] })).status).toBe(200);
  const rows = (await page()).querySelectorAll('[data-post]').map((row) => row.structuredText.replaceAll(/\s+/g, ' '));
  expect(rows).toHaveLength(2);
  expect(rows[1]).toMatch(
    /^message 20.* NSACME · subscription abcdef01 100 to 101 in acme\.example Are you there\? session 0f1e/,
  );
  expect(rows[0]).toMatch(
    /^session editable version .* NSACME\* .* Session of 101, last word by 100, among 100, 101 in acme\.example Are you there\?/,
  );
  expect((await page('/clouds')).querySelector('[data-cloud="NSACME"]')?.text).toContain('2 received');
});

test('a wrong password is refused and told, and what was sent is not kept', async () => {
  expect((await post({ query: '?password=guessed' })).status).toBe(401);
  expect((await post({ query: '' })).status).toBe(401);
  await acrobits.control('switches', { wrongCallbackPassword: '403' });
  expect((await post({ query: '?password=guessed' })).status).toBe(403);
  expect(acrobits.company.desk.state.posts).toMatchObject([
    { accepted: false, count: 1, events: [] },
    { accepted: false, count: 1, events: [] },
  ]);
  const { text } = await page();
  expect(text).toContain('refused: wrong password');
  expect(text).not.toContain('Are you there?');
});

test.each<[string, Post, number]>([
  ['an unknown cloudId', { cloudId: 'NSNOBODY' }, 404],
  ['one object instead of a list', { body: message }, 400],
  ['a list of something else', { body: ['hello'] }, 400],
  ['no JSON', { body: 'hello' }, 400],
  ['a form', { type: 'application/x-www-form-urlencoded', body: 'a=b' }, 400],
  ['a list in lists, 100,000 deep', { body: '['.repeat(100_000) }, 400],
  ['two megabytes', { body: [{ text: 'x'.repeat(2 ** 21) }] }, 413],
  ['the password given twice', { query: '?password=a&password=b' }, 401],
])('%s is refused in words', async (_, sent, status) => {
  const answer = await post(sent);
  expect([answer.status, await answer.json()]).toEqual([status, { error: expect.any(String), message: expect.any(String) }]);
});

test.each<[string, unknown, string | undefined]>([
  ['a number', 4711, '4711'],
  ['an object', { a: 1 }, '{"a":1}'],
  ['nothing', null, undefined],
  ['very long', 'x'.repeat(5000), `${'x'.repeat(500)}…`],
])('a text that is %s does no harm', async (_, text, kept) => {
  expect((await post({ body: [{ ...message, text }] })).status).toBe(200);
  expect(acrobits.company.desk.state.posts[0]?.events[0]?.text).toBe(kept);
});

test('markup in a message stays text', async () => {
  await post({ body: [{ ...message, text: '<img src=x onerror=alert(1)>' }] });
  expect(await (await fetch(`${acrobits.url}/events`)).text()).toContain('&lt;img src=x');
});

test('an SMS is shown by its numbers, and events without names do no harm', async () => {
  await post({ body: [{ type: 'sms', 'from-number': 15551230100, 'terminating-number': '15551230199', text: 'On my way' }, {}] });
  const row = (await page()).querySelector('[data-post]')?.structuredText.replaceAll(/\s+/g, ' ');
  expect(row).toContain('15551230100 to 15551230199 On my way');
  expect(row).toContain('somebody to somebody');
});

test('the desk keeps the last two hundred posts, and of each the first twenty events', async () => {
  await post({ body: Array.from({ length: 30 }, () => message) });
  expect((await page()).text).toContain('and 10 events more');
  for (let round = 0; round < 41; round += 1) await Promise.all(Array.from({ length: 5 }, () => post()));
  const { posts } = acrobits.company.desk.state;
  expect([posts.length, new Set(posts.map(({ id }) => id)).size, posts.at(-1)?.id]).toEqual([200, 200, 206]);
});

test('one cloudId can be looked at alone', async () => {
  acrobits.seed({ clouds: [{ cloudId: 'NSGLOBEX', apiKey: 'other-key' }] });
  await post();
  await post({ cloudId: 'NSGLOBEX', query: `?password=${callbackPassword({ cloudId: 'NSGLOBEX', apiKey: 'other-key' })}` });
  expect((await page()).querySelectorAll('[data-post]')).toHaveLength(2);
  expect((await page('/events?cloudId=NSGLOBEX')).querySelectorAll('[data-post]')).toHaveLength(1);
});

test('the requests show events without the password of their address', async () => {
  await post();
  const shown = await (await fetch(`${acrobits.url}/_mock/requests`)).text();
  expect(shown).toContain('Are you there?');
  expect(shown).not.toContain(password);
  expect(JSON.parse(shown)).toMatchObject([{ operation: 'receiveMessage', ignored: ['body.0.file-access-url '] }]);
});
