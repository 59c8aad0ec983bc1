import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createEngine, type Engine } from './prism.ts';

const text = { type: 'string' };
const book = {
  type: 'object',
  required: ['title'],
  properties: {
    title: { type: 'string', minLength: 1 },
    pages: { type: ['integer', 'null'], minimum: 1 },
    bought: { type: 'string', format: 'date-time' },
    mail: { type: 'string', format: 'email' },
    id: { type: 'string', readOnly: true },
    parts: { type: 'array', prefixItems: [text], items: false },
    sequel: { $ref: '#/components/schemas/Book' },
  },
};
const content = { 'application/json': { schema: { $ref: '#/components/schemas/Book' } } };
const contract = {
  openapi: '3.1.0',
  jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
  info: { title: 'Books', version: '1' },
  security: [{ bearer: [] }],
  paths: {
    '/books/{id}': {
      parameters: [
        { name: 'id', in: 'path', required: true, schema: { type: 'string', maxLength: 5, pattern: '^[a-z0-9.%]+$' } },
      ],
      get: {
        operationId: 'get',
        parameters: [
          { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 10 } },
          { name: 'sort', in: 'query', required: true, schema: { type: 'string', enum: ['up', 'down'] } },
          { name: 'tags', in: 'query', schema: { type: 'array', items: { type: 'integer' } } },
          { name: 'Full', in: 'query', schema: { type: 'boolean' } },
        ],
        responses: { '200': { description: '', content }, '4XX': { description: '' } },
      },
      put: {
        operationId: 'put',
        security: [],
        requestBody: { required: true, content },
        responses: { '200': { description: '', content } },
      },
      post: {
        operationId: 'post',
        requestBody: { content },
        responses: { '201': { description: '' }, default: { description: '', content } },
      },
    },
  },
  components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } }, schemas: { Book: book } },
};

const value = fc.oneof(
  fc.constantFrom('', 'x', 0, 1, null, '2026-01-31T10:00:00Z', '2026-01-31 10:00:00', 'a@b.example', ['x'], ['x', 1]),
  fc.jsonValue({ maxDepth: 1 }),
);
const body = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.dictionary(fc.constantFrom('title', 'pages', 'bought', 'mail', 'id', 'parts', 'sequel', 'other'), value, {
      maxKeys: 4,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      title: fc.constant('Emma'),
      pages: fc.constantFrom(1, null),
      sequel: fc.record({ title: fc.constantFrom('x', '') }),
    }),
  },
  value,
);
const some = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined });
interface Asked {
  readonly id: string;
  readonly segment: string;
  readonly query: Record<string, string | string[]>;
  readonly authorization: string | undefined;
  readonly type: string | undefined;
  readonly body: unknown;
}

/** Mostly the first one, so that many requests have nothing wrong with them. */
const mostly = <T>(usual: T, ...others: T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) });
const queries = fc
  .dictionary(
    fc.constantFrom('limit', 'sort', 'tags', 'Full', 'full', 'other'),
    mostly<string | string[]>('1', 'up', '11', 'true', 'yes', '', '1,2', ' 1', ['up', 'down']),
  )
  .chain((query) => mostly<Asked['query']>({ ...query, sort: 'up' }, query));
const request: fc.Arbitrary<Asked> = fc.record({
  id: fc.constantFrom('get', 'put', 'post'),
  segment: mostly('emma', '1', '%31', 'toolong', 'B', '~', 'a.b'),
  query: queries,
  authorization: mostly<string | undefined>('Bearer x', 'bearer x', 'Bearer ', 'Basic x', undefined),
  type: mostly<string | undefined>('application/json', 'text/plain', undefined),
  body: some(body),
});

const engine = createEngine(contract);

async function ask(
  { routes, answer }: Engine,
  { id, segment, query, authorization, type, body }: Asked,
  handle: Parameters<Engine['answer']>[2],
): Promise<Awaited<ReturnType<Engine['answer']>>> {
  const route = routes.find((candidate) => candidate.id === id);
  if (route === undefined) throw new Error(`no route ${id}`);
  const headers = { ...(authorization !== undefined && { authorization }), ...(type !== undefined && { 'content-type': type }) };
  const params = { id: decodeURIComponent(segment) };
  return answer(route, { method: id, path: `/books/${segment}`, params, query, headers, body }, handle);
}

test('a request is refused with a handler exactly when Prism alone refuses it', async () => {
  const known = await engine;
  const seen = { answered: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(request, async (asked) => {
      const alone = (await ask(known, asked, undefined)).outcome === 'refused';
      const handled = (await ask(known, asked, async () => ({ status: asked.id === 'post' ? 201 : 200 }))).outcome === 'refused';
      seen[alone ? 'refused' : 'answered'] += 1;
      expect(handled).toBe(alone);
    }),
    { numRuns: 1000 },
  );
  expect(Math.min(seen.answered, seen.refused)).toBeGreaterThan(50);
});

/** Both are right; the second is not plain, and so is Prism's to judge. */
const plain: Asked = { id: 'post', segment: '31', query: {}, authorization: 'Bearer x', type: undefined, body: undefined };
const forPrism: Asked = { ...plain, segment: '%31' };

test('a reply breaks the contract exactly when Prism says so', async () => {
  const known = await engine;
  const seen = { answered: 0, 'broke the contract': 0, refused: 0 };
  const replies = fc.record({
    id: fc.constantFrom('get', 'post'),
    status: fc.constantFrom(200, 201, 404, 500),
    type: some(fc.constantFrom('application/json', 'application/json', 'text/html')),
    body: some(body),
  });
  await fc.assert(
    fc.asyncProperty(replies, async ({ id, status, type, body }) => {
      const handle = async () => ({ status, headers: type === undefined ? {} : { 'content-type': type }, body });
      const query: Asked['query'] = id === 'get' ? { sort: 'up' } : {};
      const quick = await ask(known, { ...plain, id, query }, handle);
      const { outcome } = await ask(known, { ...forPrism, id, query }, handle);
      seen[outcome] += 1;
      expect(quick.outcome).toBe(outcome);
    }),
    { numRuns: 1000 },
  );
  expect(Math.min(seen.answered, seen['broke the contract'])).toBeGreaterThan(50);
  expect(seen.refused).toBe(0);
});
