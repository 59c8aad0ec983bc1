import { expect, test } from 'vitest';
import { excerpt, operationsIn } from './excerpt.ts';

const ref = (to: string) => ({ $ref: `#/components/${to}` });
const document = {
  openapi: '3.1.0',
  servers: [{ url: '/api' }],
  paths: {
    '/books': {
      summary: 'Books',
      parameters: [ref('parameters/shelf~1row')],
      get: { operationId: 'list', responses: { '200': { content: { 'application/json': { schema: ref('schemas/Book') } } } } },
      post: { operationId: 'add', requestBody: ref('requestBodies/Book') },
    },
    '/writers': { get: { responses: { '200': { schema: ref('schemas/Writer') } } } },
    '/alike': { get: { responses: ref('schemas/Nobody') }, 'x-note': {} },
  },
  components: {
    schemas: {
      Book: { properties: { by: ref('schemas/Writer') } },
      Writer: { properties: { best: ref('schemas/Book') } },
      Unread: {},
    },
    parameters: { 'shelf/row': { name: 'shelf' } },
    requestBodies: { Book: { content: {} } },
    securitySchemes: { bearer: { type: 'http' } },
  },
};

test('an excerpt holds one operation, what its path says of all, and everything that they refer to, however far away', () => {
  expect(excerpt(document, { path: '/books', method: 'get' })).toEqual({
    openapi: '3.1.0',
    servers: [{ url: '/api' }],
    paths: { '/books': { summary: 'Books', parameters: document.paths['/books'].parameters, get: document.paths['/books'].get } },
    components: {
      schemas: { Book: document.components.schemas.Book, Writer: document.components.schemas.Writer },
      parameters: document.components.parameters,
      securitySchemes: document.components.securitySchemes,
    },
  });
});

test('a reference to anything but a component is no matter for an excerpt: the whole document is', () => {
  expect(excerpt(document, { path: '/alike', method: 'get' })).toBe(document);
  const paths = { '/a': { get: { responses: { $ref: '#/paths/~1b/get/responses' } } }, '/b': { get: { responses: {} } } };
  expect(excerpt({ paths }, { path: '/a', method: 'get' })).toEqual({ paths });
});

test('whatever is no operation is not taken for one', () => {
  expect(operationsIn(document).map(({ method, path }) => `${method} ${path}`)).toEqual([
    'get /books',
    'post /books',
    'get /writers',
    'get /alike',
  ]);
  expect(operationsIn({})).toEqual([]);
  expect(operationsIn({ paths: { '/a': null, '/b': { get: 'no' } } })).toEqual([]);
});
