import { expect, test } from 'vitest';
import { card, openLibrary, post } from './fixture.ts';

const answer = (schema: object, example?: unknown) => ({
  '200': { description: '', content: { 'application/json': { schema, example } } },
});

/** As another library wrote it: an older OpenAPI, an example that its schema refuses, and files. */
const foreign = {
  openapi: '3.0.3',
  info: { title: 'Another library', version: '1' },
  servers: [{ url: 'https://elsewhere.example/v1' }],
  paths: {
    '/shelves': {
      get: { operationId: 'listShelves', responses: answer({ type: 'array', items: { type: 'integer' } }, ['top']) },
    },
    '/books/{id}/cover': {
      put: {
        operationId: 'putCover',
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
        requestBody: { content: { 'multipart/form-data': {} } },
        responses: answer({ type: 'string', nullable: true }, null),
      },
    },
  },
};

test('operations of a foreign document are served beside those of the contract, with examples that nobody holds to their schemas', async () => {
  const { api, control } = await openLibrary({ foreign: [foreign] });
  const shelves = await fetch(`${api}/shelves`);
  expect([shelves.status, await shelves.json()]).toEqual([200, ['top']]);
  expect((await fetch(`${api}/books`, { headers: card })).status).toBe(200);
  expect(await (await fetch(control)).json()).toMatchObject({
    operations: { fromContract: ['countBooks', 'getCatalogue', 'listShelves', 'putCover'] },
  });
  expect((await post(`${control}/faults`, { operation: 'listShelves', status: 503 })).status).toBe(200);
  expect((await fetch(`${api}/shelves`)).status).toBe(503);
});

test('a file is taken, whatever bytes it has, and not shown', async () => {
  const { api, mock } = await openLibrary({ foreign: [foreign] });
  const body = new FormData();
  body.set('cover', new Blob([Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)], { type: 'image/jpeg' }), 'cover.jpg');
  const answer = await fetch(`${api}/books/Emma/cover`, { method: 'PUT', body });
  expect([answer.status, await answer.json()]).toEqual([200, null]);
  expect(mock.requests().at(-1)?.body).toMatch(/^\[\d+ characters that are not shown\]$/);
});

test('whoever prefers another answer of the document gets it, and the usual one where there is none', async () => {
  const responses = {
    ...answer({ type: 'string' }, 'yes'),
    '404': { description: '', content: { 'application/json': { example: { code: 404 } } } },
  };
  const { api } = await openLibrary({
    foreign: [{ ...foreign, paths: { '/lost': { get: { operationId: 'getLost', responses } } } }],
  });
  for (const [prefer, status] of [
    ['code=404', 404],
    ['wait=1, code=404', 404],
    ['code=409', 200],
    ['code=4', 200],
  ] as const) {
    expect((await fetch(`${api}/lost`, { headers: { prefer } })).status).toBe(status);
  }
});

test.each(['/shelves/7/', '/shelves/7'])('a path with a parameter and a last slash is served at %s', async (path) => {
  const parameters = [{ name: 'number', in: 'path', required: true, schema: { type: 'integer' } }];
  const paths = {
    '/shelves/{number}/': { get: { operationId: 'getShelf', parameters, responses: answer({ type: 'string' }, 'top') } },
  };
  const { api } = await openLibrary({ foreign: [{ ...foreign, paths }] });
  expect(await (await fetch(api + path)).json()).toBe('top');
});

test('an operation whose example nobody can invent answers nothing, and succeeds', async () => {
  const responses = answer({ type: 'array', minItems: 100_000, items: { type: 'string' } });
  const { api } = await openLibrary({
    foreign: [{ ...foreign, paths: { '/all': { get: { operationId: 'getAll', responses } } } }],
  });
  const all = await fetch(`${api}/all`);
  expect([all.status, await all.text()]).toEqual([200, '']);
});
