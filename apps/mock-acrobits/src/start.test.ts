import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { type Acrobits, type Ask, filedFor, openAcrobits } from './testing/open-acrobits.ts';
import { openRecordingPlatform, type RecordingPlatform } from './testing/recording-platform.ts';

let acrobits: Acrobits;
let platform: RecordingPlatform;
beforeEach(async () => {
  acrobits = await openAcrobits();
  platform = await openRecordingPlatform();
});
afterEach(() => platform.close());

const provision = (ask?: Ask): Promise<Response> => acrobits.provision(ask);
const control = (path: string, body: unknown): Promise<Response> => acrobits.control(path, body);
const handOverTo = (portalUrl: string) => ({ clouds: [filedFor(portalUrl)] });

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
  const created = platform.subscriptions.map(({ domain, model }) => `${domain} ${model}`);
  expect(created.toSorted()).toEqual([
    'acme.example message',
    'acme.example messagesession',
    'globex.example message',
    'globex.example messagesession',
  ]);
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
  onTestFinished(() => rm(dir, { recursive: true }));
  const stateFile = join(dir, 'state.json');
  const first = await openAcrobits({ stateFile, pauses: [60_000] });
  await first.control('seed', handOverTo(platform.url));
  await first.control('switches', { wrongKey: '403' });
  platform.answer('tokens', 503, 1);
  expect((await first.provision()).status).toBe(201);
  await expect.poll(() => platform.calls.length).toBe(1);
  await first.close();
  const second = await openAcrobits({ stateFile });
  await second.company.subscriber.settled();
  expect(platform.told.slice(1)).toEqual(['POST tokens', 'POST subscriptions', 'POST subscriptions']);
  expect((await second.provision()).status).toBe(200);
  expect((await second.provision({ key: 'guessed' })).status).toBe(403);
  await second.company.subscriber.settled();
});

test('how it is started decides whether the staff answers, and not what it remembers', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'mock-acrobits-'));
  onTestFinished(() => rm(dir, { recursive: true }));
  const stateFile = join(dir, 'state.json');
  for (const auto of [true, false, true]) {
    const started = await openAcrobits({ stateFile, auto });
    expect(started.company.desk.state.staff.auto).toBe(auto);
    started.company.desk.changed();
    await started.close();
  }
});

test.each([
  '/letters/%E0%A4%A',
  '/clouds/%',
  '/netsapiens/callbacks/%/domains',
  '/nowhere',
  '/desk/..%2f..%2fstate.ts',
  '/desk/%00',
])('%s is answered in words', async (path) => {
  const answer = await fetch(acrobits.url + path);
  expect([400, 403, 404, 405]).toContain(answer.status);
  expect(await answer.json()).toEqual({ error: expect.any(String), message: expect.any(String) });
});

test('a fault that was ordered comes once, in the words of Acrobits', async () => {
  await control('faults', { operation: 'provisionDomain', status: 429, headers: { 'retry-after': '7' } });
  const answer = await provision();
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '7']);
  expect((await provision()).status).toBe(201);
});
