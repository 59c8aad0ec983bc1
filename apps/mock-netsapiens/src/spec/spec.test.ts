import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { serve } from '@enablement/mock-kit';
import { expect, onTestFinished, test } from 'vitest';
import { lastingToken } from '../access/seed.ts';
import { createNetsapiens } from '../netsapiens.ts';
import type { Node } from './document.ts';
import { loadSpec } from './spec.ts';
import { vendorLike } from './testing.ts';

function fileWith(document: Node): string {
  const folder = mkdtempSync(join(tmpdir(), 'spec-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'openapi.json');
  writeFileSync(file, JSON.stringify(document));
  return file;
}

interface Answer {
  readonly status: number;
  readonly by: string | null;
  readonly type: string | null;
  readonly text: string;
}

type Ask = (method: string, path: string, request?: { body?: unknown; headers?: Record<string, string> }) => Promise<Answer>;

/** The mock with this document, until the test ends. Whoever asks is the Office Manager of acme.example. */
async function openWith(document: Node): Promise<Ask> {
  const { app } = await createNetsapiens({ spec: loadSpec(fileWith(document)) });
  const { url, close } = await serve(app, { name: 'mock-netsapiens', port: 0 });
  onTestFinished(close);
  return async (method, path, { body, headers = {} } = {}) => {
    const form = body instanceof FormData;
    const sent = {
      authorization: `Bearer ${lastingToken}`,
      ...(body !== undefined && !form && { 'content-type': 'application/json' }),
    };
    const content = form ? body : body === undefined ? null : JSON.stringify(body);
    const answer = await fetch(`${url}/ns-api/v2${path}`, { method, headers: { ...sent, ...headers }, body: content });
    const by = answer.headers.get('x-mock-answer');
    return { status: answer.status, by, type: answer.headers.get('content-type'), text: await answer.text() };
  };
}

test('what our contract knows keeps its state, whatever the document calls its parameters and variants', async () => {
  const ask = await openWith(vendorLike(120));
  const made = await ask('POST', '/subscriptions', {
    body: {
      model: 'message',
      'post-url': 'https://hooks.example.net/x',
      domain: 'acme.example',
      'subscription-expires-datetime': '2046-01-31 10:00:00',
    },
  });
  expect(made).toMatchObject({ status: 200, by: 'stateful' });
  const { id } = JSON.parse(made.text);
  expect(await ask('GET', `/subscriptions/${id}`)).toMatchObject({ status: 200, by: 'stateful' });
  expect(await ask('DELETE', `/subscriptions/${id}`)).toMatchObject({ status: 202, by: 'stateful' });
  expect(await ask('GET', `/subscriptions/${id}`)).toMatchObject({ status: 404, by: 'stateful' });
  expect(JSON.parse((await ask('GET', '/domains/~/users/~')).text)).toMatchObject({ domain: 'acme.example' });
  expect(await ask('GET', '/domains/~')).toMatchObject({ status: 200, by: 'stateful' });
});

test('whatever else it describes answers its examples, also those that its own schemas refuse', async () => {
  const ask = await openWith(vendorLike(120));
  const list = await ask('GET', '/domains/acme.example/callqueues');
  expect(list).toMatchObject({ status: 200, by: 'example' });
  expect(JSON.parse(list.text)).toEqual([
    { 'callqueues-name': 'Invented 0', total: 0 },
    { 'callqueues-name': 'Invented 0', total: 'many' },
  ]);
  expect(await ask('PUT', '/domains/acme.example/callqueues/7', { body: { 'callqueues-name': 'x' } })).toMatchObject({
    status: 202,
    by: 'example',
  });
  expect(await ask('PUT', '/domains/acme.example/callqueues/7', { body: { 'callqueues-name': 7 } })).toMatchObject({
    status: 400,
    by: 'refusal',
  });
});

test('what it does not describe has no route, though our contract has it; the token endpoint of v1 stays', async () => {
  const ask = await openWith(vendorLike(120));
  for (const [method, path] of [
    ['GET', '/domains/acme.example/devices'],
    ['DELETE', '/domains/acme.example'],
    ['GET', '/connections'],
  ] as const) {
    expect(await ask(method, path)).toMatchObject({ status: 404, text: '{"code":404,"message":"No Route Found [92]"}' });
  }
  expect(await ask('GET', '/../oauth2/token/?grant_type=password')).toMatchObject({ status: 400, by: 'stateful' });
});

test('a bearer is needed wherever the document does not say otherwise, whatever it calls the scheme', async () => {
  const ask = await openWith(vendorLike(120));
  const headers = { authorization: '' };
  expect(await ask('GET', '/domains/x/callqueues', { headers })).toMatchObject({ status: 401, by: 'refusal' });
  expect(await ask('GET', '/open', { headers })).toMatchObject({ status: 200, by: 'example' });
});

test('refusals that the document leaves out can be asked for', async () => {
  const ask = await openWith(vendorLike(120));
  for (const code of [400, 401, 403, 404, 409]) {
    const refused = await ask('GET', '/domains/x/users/7/autoattendants/1', { headers: { prefer: `code=${code}` } });
    expect([refused.status, JSON.parse(refused.text).code]).toEqual([code, code]);
  }
});

test('its oddities do no harm', async () => {
  const ask = await openWith(vendorLike(120));
  const file = new FormData();
  file.set('file', new Blob([Uint8Array.of(0xff, 0xfe)]), 'a.wav');
  expect(await ask('PUT', '/upload', { body: file })).toMatchObject({ status: 200, by: 'example' });
  expect(await ask('GET', '/recording')).toMatchObject({ status: 200, type: 'application/octet-stream' });
  expect(await ask('GET', '/silent')).toMatchObject({ status: 200, text: '' });
  for (const body of ['text', [1], 7]) expect(await ask('POST', '/odd/a', { body })).toMatchObject({ status: 200 });
  expect(await ask('POST', '/odd/a', { body: { neither: 1 } })).toMatchObject({ status: 400 });
  expect(await ask('POST', '/typed', { body: {} })).toMatchObject({ status: 200 });
  expect((await ask('POST', '/broken', { body: { when: 'now', as: 'x' } })).status).toBeLessThan(500);
  expect(JSON.parse((await ask('GET', '/domains/x/callqueues/count')).text)).toEqual({ total: 3 });
});

test.each([
  ['3.0.1', 120],
  ['3.1.0', 240],
])('of OpenAPI %s, %i operations all answer, and none with a failure of ours', async (openapi, count) => {
  const document = { ...vendorLike(count), openapi };
  const spec = loadSpec(fileWith(document));
  // Some descriptions are second ones of the same operation.
  expect(spec.stateful.length + spec.examples).toBeGreaterThan(count - 20);
  const ask = await openWith(document);
  for (const [path, item] of Object.entries((spec.foreign as { paths: Record<string, Node> }).paths)) {
    for (const method of Object.keys(item)) {
      const called = path.replaceAll(/\{[^}]+\}/g, '7');
      const answer = await ask(method.toUpperCase(), called, method === 'get' ? {} : { body: {} });
      expect(answer.status, `${method} ${path} ${answer.text}`).toBeLessThan(500);
    }
  }
});

const main = fileURLToPath(new URL('../main.ts', import.meta.url));

test('a SPEC that cannot be used stops the program with one sentence', async () => {
  const run = promisify(execFile)(process.execPath, [main], {
    env: { ...process.env, SPEC: '/nowhere.json', PORT: '0', HOST: '127.0.0.1' },
  });
  await expect(run).rejects.toMatchObject({ code: 1, stderr: 'SPEC names /nowhere.json, and there is no such file.\n' });
});
