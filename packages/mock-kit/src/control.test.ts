import { expect, test } from 'vitest';
import { card, openLibrary, post } from './fixture.ts';

const emma = '/books/Emma';

test('a fault answers as often as ordered, then the handler again', async () => {
  const { api, control } = await openLibrary();
  await post(`${control}/faults`, { operation: 'getBook', times: 2, status: 503, headers: { 'retry-after': '1' } });
  const answers = [await fetch(api + emma), await fetch(api + emma), await fetch(api + emma)];
  expect(answers.map(({ status }) => status)).toEqual([503, 503, 200]);
  expect(answers[0]?.headers.get('retry-after')).toBe('1');
});

test('a fault may answer with a page', async () => {
  const { api, control } = await openLibrary();
  await post(`${control}/faults`, { operation: 'getBook', status: 403, body: '<h1>Blocked</h1>' });
  const answer = await fetch(api + emma);
  expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
    403,
    'text/html; charset=utf-8',
    '<h1>Blocked</h1>',
  ]);
});

test('a fault may drop the connection, before the handler or after it', async () => {
  const { api, control, mock } = await openLibrary();
  await post(`${control}/faults`, [
    { operation: 'addBook', drop: true },
    { operation: 'addBook', drop: true, after: true },
  ]);
  await expect(post(`${api}/books`, { title: 'Sanditon' }, card)).rejects.toThrow();
  expect(mock.state().books).toHaveLength(1);
  await expect(post(`${api}/books`, { title: 'Sanditon' }, card)).rejects.toThrow();
  expect(mock.state().books).toHaveLength(2);
});

test('an answer may get lost behind a 502 although the handler ran', async () => {
  const { api, control, mock } = await openLibrary();
  await post(`${control}/faults`, { operation: '*', status: 502, after: true });
  expect((await post(`${api}/books`, { title: 'Sanditon' }, card)).status).toBe(502);
  expect(mock.state().books).toHaveLength(2);
});

test('a fault may only delay', async () => {
  const { api, control } = await openLibrary();
  await post(`${control}/faults`, { operation: 'getBook', delayMs: 120 });
  const began = performance.now();
  expect((await fetch(api + emma)).status).toBe(200);
  expect(performance.now() - began).toBeGreaterThanOrEqual(115);
});

const wrongFaults: [string, unknown, string][] = [
  [
    'of an unknown operation',
    { operation: 'lendBook', status: 503 },
    'there are: listBooks, addBook, countBooks, getCatalogue, getBook, removeBook',
  ],
  ['that does nothing', { operation: 'getBook' }, 'a fault needs one of status, delayMs, drop'],
  ['with a misspelt member', { operation: 'getBook', state: 503 }, 'state'],
  ['with an impossible status', { operation: 'getBook', status: 42 }, 'status'],
  ['with a header that would split the answer', { operation: 'getBook', status: 503, headers: { 'x-a': 'b\r\nc' } }, 'headers'],
];

test.each(wrongFaults)('a fault %s is refused with a sentence', async (_, fault, part) => {
  const { control } = await openLibrary();
  const answer = await post(`${control}/faults`, fault);
  expect(answer.status).toBe(400);
  expect(((await answer.json()) as { error: string }).error).toContain(part);
});

const presets = {
  'closed for the day': {
    label: 'Answers 503',
    why: 'libraries close',
    fault: { operation: 'getBook', status: 503, headers: { 'retry-after': '9' } },
  },
};

test('a fault with a name is ordered by it, listed, and forgotten when asked', async () => {
  const { api, control } = await openLibrary({ presets });
  expect(await (await fetch(control)).json()).toMatchObject({
    presets: { 'closed for the day': 'Answers 503 (libraries close)' },
  });
  await post(`${control}/faults`, { preset: 'closed for the day', times: 3 });
  const answer = await fetch(api + emma);
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '9']);
  expect(await (await fetch(`${control}/faults`)).json()).toMatchObject([{ preset: 'closed for the day', times: 2 }]);
  await fetch(`${control}/faults`, { method: 'DELETE' });
  expect((await fetch(api + emma)).status).toBe(200);
});

test.each([
  [{ preset: 'on fire' }, 'there are: closed for the day'],
  [{ preset: 'toString' }, 'there is no preset "toString"'],
  [{ preset: 'closed for the day', status: 500 }, 'status'],
  [{ preset: 'closed for the day', times: 0 }, 'times'],
])('the order %j is refused with a sentence', async (order, part) => {
  const { control } = await openLibrary({ presets });
  const answer = await post(`${control}/faults`, order);
  expect([answer.status, ((await answer.json()) as { error: string }).error]).toEqual([400, expect.stringContaining(part)]);
});

test('a seed adds to the memory, a wrong one is told why, and reset forgets everything', async () => {
  const { api, control } = await openLibrary();
  expect((await post(`${control}/seed`, [{ title: 'Mansfield Park' }])).status).toBe(200);
  expect((await fetch(`${api}/books/Mansfield%20Park`)).status).toBe(200);
  const wrong = await post(`${control}/seed`, { title: 'x' });
  expect([wrong.status, await wrong.json()]).toEqual([400, { error: 'seed with a list of books' }]);
  await post(`${control}/faults`, { operation: 'getBook', status: 503 });

  expect((await fetch(`${control}/reset`, { method: 'POST' })).status).toBe(200);
  expect(await (await fetch(`${control}/state`)).json()).toEqual({ books: [{ title: 'Emma', pages: 474 }] });
  expect(await (await fetch(`${control}/faults`)).json()).toEqual([]);
  expect(await (await fetch(`${control}/requests`)).json()).toEqual([]);
});

test('requests are kept with what answered them, and their secrets are not', async () => {
  const { api, control } = await openLibrary();
  await post(
    `${api}/books?password=can'ary-1`,
    { title: 'see https://x.example/?password=canary-2&a=1', Password: 'canary-3', deep: [{ client_secret: 'canary-4' }] },
    {
      'x-library-key': 'canary-5',
      authorization: 'Bearer canary-6',
    },
  );
  await fetch(`${api}/nothing`);
  const text = await (await fetch(`${control}/requests`)).text();
  expect(text).not.toMatch(/canary|ary-1/);
  expect(JSON.parse(text)).toMatchObject([
    {
      operation: 'addBook',
      status: 201,
      answeredBy: 'handler',
      path: '/v1/books?password=[secret]',
      body: { title: 'see https://x.example/?password=[secret]&a=1' },
    },
    { method: 'GET', path: '/v1/nothing', status: 404, answeredBy: 'refusal' },
  ]);
});

test('the control plane lists what it has, and says so when asked for more', async () => {
  const { control } = await openLibrary();
  expect(await (await fetch(control)).json()).toMatchObject({ operations: { fromContract: ['countBooks', 'getCatalogue'] } });
  expect((await fetch(`${control}/nothing`)).status).toBe(404);
  expect((await fetch(`${control}/faults`, { method: 'POST', body: '{' })).status).toBe(400);
});
