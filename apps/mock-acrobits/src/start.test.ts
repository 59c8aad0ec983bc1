import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type MockAcrobits, startMockAcrobits } from './start.ts';
import { openRecordingPlatform, type RecordingPlatform } from './testing/recording-platform.ts';

const quick = { host: '127.0.0.1', port: 0, smtpPort: 0, auto: false, pauses: [5, 5], firstPauseMs: 5 };
let acrobits: MockAcrobits;
let platform: RecordingPlatform;
beforeEach(async () => {
  acrobits = await startMockAcrobits(quick);
  platform = await openRecordingPlatform();
});
afterEach(async () => {
  await acrobits.close();
  await platform.close();
});

interface Ask {
  cloudId?: string;
  key?: string | undefined;
  domainName?: unknown;
  body?: string;
}

async function provision({
  cloudId = 'NSACME',
  key = 'mock-cloud-api-key',
  domainName = 'acme.example',
  body,
}: Ask = {}): Promise<Response> {
  const headers = { 'content-type': 'application/json', ...(key !== '' && { 'x-ntspns-api-key': key }) };
  const asked = { domainName, officeManagerName: 'integration-office-manager', officeManagerPassword: 'canary-password' };
  const url = `${acrobits.url}/netsapiens/callbacks/${cloudId}/domains`;
  return fetch(url, { method: 'POST', headers, body: body ?? JSON.stringify(asked) });
}

const control = async (path: string, body: unknown): Promise<Response> =>
  fetch(`${acrobits.url}/_mock/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

const handOverTo = (portalUrl: string) => ({
  clouds: [
    {
      cloudId: 'NSACME',
      apiKey: 'mock-cloud-api-key',
      portalUrl,
      clientId: 'acrobits-softphone',
      clientSecret: 'mock-client-secret',
    },
  ],
});

test('a domain is created the first time and existed afterwards, in any case and under the editable version', async () => {
  expect((await provision()).status).toBe(201);
  expect((await provision()).status).toBe(200);
  expect((await provision({ domainName: 'ACME.example' })).status).toBe(200);
  expect((await provision({ cloudId: 'NSACME*' })).status).toBe(200);
});

test('the seed knows a domain that exists already', async () => {
  expect((await provision({ domainName: 'globex.example' })).status).toBe(200);
});

test.each([
  ['a wrong key', { key: 'guessed' }, 401],
  ['no key', { key: '' }, 401],
  ['an unknown cloudId', { cloudId: 'NSGLOBEX' }, 404],
  ['an empty domain name', { domainName: '' }, 400],
  ['a domain name that is no text', { domainName: 7 }, 400],
  ['a body that is no JSON', { body: '{' }, 400],
  ['no body', { body: '' }, 400],
])('%s is refused in words', async (_what, ask, status) => {
  const answer = await provision(ask);
  expect(answer.status).toBe(status);
  expect(await answer.json()).toEqual({ error: expect.any(String), message: expect.any(String) });
});

test('a new domain gets its subscriptions, and so does one that existed', async () => {
  await control('seed', handOverTo(platform.url));
  await provision();
  await provision({ domainName: 'globex.example' });
  await acrobits.company.subscriber.settled();
  const created = platform.calls.filter(({ path }) => path === 'subscriptions').map(({ body }) => `${body.domain} ${body.model}`);
  expect(created.toSorted()).toEqual([
    'acme.example message',
    'acme.example messagesession',
    'globex.example message',
    'globex.example messagesession',
  ]);
});

test('events are taken with the password of the subscription, and no other', async () => {
  await control('seed', handOverTo(platform.url));
  await provision();
  await acrobits.company.subscriber.settled();
  const { pathname, search } = new URL(String(platform.calls[1]?.body['post-url']));
  const post = (query: string): Promise<Response> =>
    fetch(`${acrobits.url}${pathname}${query}`, { method: 'POST', body: '[{"id":"1"},{"id":"2"}]' });
  expect((await post(search)).status).toBe(200);
  expect((await post('?password=guessed')).status).toBe(401);
  const { callbacks } = acrobits.company.desk.state;
  expect(callbacks).toMatchObject([{ cloudId: 'NSACME', model: 'message', events: 2, accepted: true }, { accepted: false }]);
});

test('what is shown of the state and the requests holds no secret', async () => {
  await control('seed', handOverTo(platform.url));
  await provision();
  await acrobits.company.subscriber.settled();
  for (const path of ['state', 'requests']) {
    const shown = await (await fetch(`${acrobits.url}/_mock/${path}`)).text();
    expect(shown).toContain('acme.example');
    expect(shown).not.toMatch(/canary-password|mock-cloud-api-key|mock-client-secret/);
  }
});

test('a seed that makes no sense is refused with a sentence', async () => {
  const answer = await control('seed', { domains: [{ cloudId: 'NSGLOBEX', domain: 'globex.example' }] });
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain('NSGLOBEX, which is no known cloudId');
  expect((await control('seed', { clouds: 'all' })).status).toBe(400);
});

test('a reset forgets domains and heals the mailbox', async () => {
  await provision();
  await control('mailbox/down', { down: true });
  await control('reset', {});
  expect(acrobits.company.mailbox.faults).toEqual({ down: false });
  expect((await provision()).status).toBe(201);
});

test('with a state file, a restart forgets nothing and takes up unfinished work', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'mock-acrobits-'));
  const stateFile = join(dir, 'state.json');
  await acrobits.close();
  acrobits = await startMockAcrobits({ ...quick, stateFile, pauses: [60_000] });
  await control('seed', handOverTo(platform.url));
  platform.answer('tokens', 503, 1);
  expect((await provision()).status).toBe(201);
  await expect.poll(() => platform.calls.length).toBe(1);
  await acrobits.close();
  acrobits = await startMockAcrobits({ ...quick, stateFile });
  await acrobits.company.subscriber.settled();
  expect(platform.calls.map(({ path }) => path)).toEqual(['tokens', 'tokens', 'subscriptions', 'subscriptions']);
  expect((await provision()).status).toBe(200);
  await acrobits.company.subscriber.settled();
  await rm(dir, { recursive: true });
});

test('how it is started decides whether the staff answers, and not what it remembers', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'mock-acrobits-'));
  const stateFile = join(dir, 'state.json');
  for (const auto of [true, false, true]) {
    await acrobits.close();
    acrobits = await startMockAcrobits({ ...quick, stateFile, auto });
    expect(acrobits.company.desk.state.staff.auto).toBe(auto);
    acrobits.company.desk.changed();
  }
  await rm(dir, { recursive: true });
});

test.each(['/letters/%E0%A4%A', '/clouds/%', '/netsapiens/callbacks/%/domains', '/nowhere'])(
  '%s is answered in words',
  async (path) => {
    const answer = await fetch(acrobits.url + path);
    expect([400, 404, 405]).toContain(answer.status);
    expect(await answer.json()).toEqual({ error: expect.any(String), message: expect.any(String) });
  },
);

test('a fault that was ordered comes once, in the words of Acrobits', async () => {
  await control('faults', { operation: 'provisionDomain', status: 429, headers: { 'retry-after': '7' } });
  const answer = await provision();
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '7']);
  expect((await provision()).status).toBe(201);
});
