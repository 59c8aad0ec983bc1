import { expect, test, vi } from 'vitest';
import { card, contract, type Library, openLibrary, post } from './fixture.ts';
import { createMock } from './mock.ts';

test('a handler answers from the memory, and the memory keeps what a request put there', async () => {
  const { api } = await openLibrary();
  expect((await post(`${api}/books`, { title: 'Persuasion' }, card)).status).toBe(201);
  const books = await fetch(`${api}/books`, { headers: card });
  expect(books.headers.get('content-type')).toBe('application/json');
  expect(await books.json()).toEqual([{ title: 'Emma', pages: 474 }, { title: 'Persuasion' }]);
});

test('an operation without a handler answers from the contract', async () => {
  const { api } = await openLibrary();
  for (const accept of ['text/html', 'application/json']) {
    const count = await fetch(`${api}/books/count`, { headers: { ...card, accept } });
    expect(await count.json()).toEqual({ total: 7 });
  }
});

test('a form is read like JSON where the contract takes both', async () => {
  const { api, mock } = await openLibrary();
  const answer = await fetch(`${api}/books`, {
    method: 'POST',
    headers: card,
    body: new URLSearchParams({ title: 'Lady Susan & others' }),
  });
  expect(answer.status).toBe(201);
  expect(mock.state().books.at(-1)).toEqual({ title: 'Lady Susan & others' });
});

test('a path parameter is decoded, also when it holds a slash', async () => {
  const { api } = await openLibrary({ state: () => ({ books: [{ title: 'Love/Freindship' }] }) });
  expect(await (await fetch(`${api}/books/Love%2fFreindship`)).json()).toEqual({ title: 'Love/Freindship' });
});

test.each(['/before/catalogue/', '/before/catalogue'])(
  'a path whose server is another one is served there, at %s',
  async (path) => {
    const { serving } = await openLibrary();
    expect(await (await fetch(serving.url + path)).json()).toEqual(['Udolpho']);
    expect((await fetch(`${serving.url}/v1/catalogue/`)).status).toBe(404);
  },
);

test('HEAD answers like GET, without the body', async () => {
  const { api } = await openLibrary();
  const head = await fetch(`${api}/books/Emma`, { method: 'HEAD' });
  expect(head.status).toBe(200);
  expect(await head.text()).toBe('');
});

const broken: [string, Library, string][] = [
  ['a wrong type', { books: [{ title: 'Emma', pages: 'many' }] }, 'body.0.pages'],
  ['a missing member', { books: [{} as { title: string }] }, 'body.0'],
  ['a tuple that is too long (2020-12 only)', { books: [{ title: 'Emma', parts: ['I', 'II'] } as never] }, 'body.0.parts'],
];

test.each(broken)('a reply with %s is a 500 that names the path', async (_, state, path) => {
  const { api } = await openLibrary({ state: () => state });
  const answer = await fetch(`${api}/books`, { headers: card });
  expect(answer.status).toBe(500);
  expect(await answer.json()).toMatchObject({ type: 'urn:mock:contract-violation', violations: [{ path }] });
});

test.each([418, 202])('an undocumented status %i breaks the contract', async (status) => {
  const { api } = await openLibrary({ operations: { getBook: () => ({ status }) } });
  expect((await fetch(`${api}/books/Emma`)).status).toBe(500);
});

test('a handler that throws is a plain 500, and its log line names the request', async () => {
  const log = vi.spyOn(console, 'error').mockReturnValue();
  const { api } = await openLibrary();
  const answer = await fetch(`${api}/books/Emma`, { method: 'DELETE', headers: card });
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toContain('shelf');
  expect(log.mock.calls[0]?.[0]).toBe('mock-library: DELETE /v1/books/Emma failed');
  log.mockRestore();
});

test('a handler for an operation that the contract does not have stops the start', async () => {
  const start = createMock({
    name: 'mock-library',
    contract,
    state: () => ({}),
    operations: { lendBook: () => ({ status: 200 }) },
  });
  await expect(start).rejects.toThrow('mock-library handles "lendBook", which is no operation of its contract');
});

const refused: [string, string, RequestInit, number, string][] = [
  ['an unknown path', '/v1/shelves', {}, 404, 'not-found'],
  ['a path outside the base path', '/books', { headers: card }, 404, 'not-found'],
  ['a path that only begins like the base path', '/v1x/books', { headers: card }, 404, 'not-found'],
  ['a method that the path does not have', '/v1/books', { method: 'PUT' }, 405, 'method-not-allowed'],
  ['a missing key', '/v1/books', {}, 401, 'unauthorized'],
  ['a broken percent sequence', '/v1/books/%zz', {}, 400, 'malformed'],
  ['a query out of bounds', '/v1/books?limit=0', { headers: card }, 422, 'invalid'],
  ['a query that is no number', '/v1/books?limit=all', { headers: card }, 422, 'invalid'],
  ['a body that is missing', '/v1/books', { method: 'POST', headers: card }, 422, 'invalid'],
  [
    'malformed JSON',
    '/v1/books',
    { method: 'POST', headers: { ...card, 'content-type': 'application/json' }, body: '{"title":' },
    400,
    'malformed',
  ],
  [
    'a body that says null',
    '/v1/books',
    { method: 'POST', headers: { ...card, 'content-type': 'application/json' }, body: 'null' },
    422,
    'invalid',
  ],
  [
    'a body of another type',
    '/v1/books',
    { method: 'POST', headers: { ...card, 'content-type': 'text/xml' }, body: '"x"' },
    415,
    'unsupported-media-type',
  ],
  [
    'a strange charset',
    '/v1/books',
    { method: 'POST', headers: { ...card, 'content-type': 'application/json; charset=klingon' }, body: '{}' },
    415,
    'unsupported-media-type',
  ],
  [
    'a body of 2 MB',
    '/v1/books',
    { method: 'POST', headers: { ...card, 'content-type': 'application/json' }, body: `"${'x'.repeat(2 ** 21)}"` },
    413,
    'too-large',
  ],
  [
    'a body nested 50,000 deep',
    '/v1/books',
    { method: 'POST', headers: { ...card, 'content-type': 'application/json' }, body: '['.repeat(50_000) },
    400,
    'malformed',
  ],
  [
    'a wrong member',
    '/v1/books',
    { method: 'POST', headers: { ...card, 'content-type': 'application/json' }, body: '{"title":7}' },
    422,
    'invalid',
  ],
];

test.each(refused)('%s is refused with the reason', async (_, path, request, status, kind) => {
  const { serving } = await openLibrary();
  const answer = await fetch(serving.url + path, { signal: AbortSignal.timeout(5000), ...request });
  expect(answer.status).toBe(status);
  expect(await answer.json()).toMatchObject({ type: `urn:mock:${kind}`, status });
});

test('whoever has no key learns nothing about the rest of the request', async () => {
  const { api } = await openLibrary();
  expect((await post(`${api}/books`, { title: 7 })).status).toBe(401);
});

test('a refused method says which there are', async () => {
  const { api } = await openLibrary();
  expect((await fetch(`${api}/books/count`, { method: 'PATCH' })).headers.get('allow')).toBe('GET, DELETE');
});

test('a vendor gives refusals a shape of its own', async () => {
  const { api } = await openLibrary({ refuse: ([first]) => ({ status: 400, body: { oops: first.kind } }) });
  const answer = await fetch(`${api}/books?limit=0`, { headers: card });
  expect([answer.status, await answer.json()]).toEqual([400, { oops: 'invalid' }]);
});

test('a header tells whether an answer was remembered, is an example, or is neither', async () => {
  const { api, control } = await openLibrary();
  const told = async (path: string, request: RequestInit = {}): Promise<string | null> =>
    (await fetch(api + path, { ...request, headers: card })).headers.get('x-mock-answer');
  expect(await told('/books')).toBe('stateful');
  expect(await told('/books/count')).toBe('example');
  expect(await told('/books?limit=0')).toBe('refusal');
  expect(await told('/nothing')).toBe('refusal');
  expect(await told('/books', { method: 'POST', body: 'x'.repeat(2 ** 21) })).toBe('refusal');
  await post(`${control}/faults`, { operation: 'listBooks', status: 503 });
  expect(await told('/books')).toBe('fault');
  const log = vi.spyOn(console, 'error').mockReturnValue();
  expect(await told('/books/Emma', { method: 'DELETE' })).toBe('failure');
  log.mockRestore();
});
