import type { Node } from './document.ts';

// A document as cores serve them, in size and in habits; what it says is invented. The habits are those of the published documents:
// second descriptions of a path under `#1`, more than half of the operations without an operationId, refusals that are left out,
// parameters that are called differently here and there, references with more beside them, formats that nobody knows, blanks.

/** Resources of which our contract knows nothing. */
const strange =
  'callqueues autoattendants greetings moh timeframes dialrules meetings recordings quotas insights voicemails hosts'.split(' ');
const named = (at: number): string =>
  `${strange[at % strange.length]}${at < strange.length ? '' : Math.floor(at / strange.length)}`;

const json = (schema: Node, example?: unknown): Node => ({
  content: { 'application/json': { schema, ...(example !== undefined && { example }) } },
});
const inPath = (path: string): Node[] =>
  [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', maxLength: 64 },
  }));
const ref = (name: string): Node => ({ $ref: `#/components/schemas/${name}` });

/** What a schema of a resource looks like: thirty members, one required, one that leads back to itself. */
function schemaOf(name: string): Node {
  const members = Array.from({ length: 24 }, (_, at) => [
    `${name}-option-${at}`,
    { type: 'string', enum: ['yes', 'no'], default: 'no ' },
  ]);
  return {
    type: 'object',
    required: [`${name}-name`],
    properties: {
      [`${name}-name`]: { type: 'string', minLength: 1, description: ' The name. ' },
      'parent ': ref(name),
      'created-datetime': { type: 'string', format: 'rfc3339' },
      'mac-address': { type: 'string', format: 'mac' },
      total: { type: 'integer', minimum: 0 },
      ...Object.fromEntries(members),
    },
  };
}

const done = { ...json(ref('Accepted'), { code: 202, message: 'Accepted' }), description: 'Accepted' };

/** Some say 404, most say nothing of refusals. */
const answers = (at: number, success: Node): Node => ({
  ...success,
  ...(at % 5 === 0 && { '404': { description: 'Not found', ...json(ref('ErrorResponse')) } }),
});

function operationsOf(name: string, path: string, at: number): [string, Node][] {
  const shown = { [`${name}-name`]: `Invented ${at}`, total: at };
  // An example that its own schema refuses, as there are many.
  const rows = [shown, { ...shown, total: 'many' }];
  const body = { requestBody: { required: true, ...json({ ...ref(name), required: [`${name}-name`] }, shown) } };
  const operation = (verb: string, rest: Node): Node => ({
    ...(at % 2 === 0 && { operationId: `${verb}${name} ` }),
    parameters: inPath(path),
    ...rest,
  });
  const one = `${path}/{${at % 3 === 0 ? 'id' : `${name}_id`}}`;
  const list = {
    get: operation('Read', {
      responses: answers(at, { '200': { description: '', ...json({ type: 'array', items: ref(name) }, rows) } }),
    }),
  };
  const create = {
    post: operation('Create', {
      ...body,
      responses: answers(at, { '200': { description: '', ...json(ref(name)) }, '202': done }),
    }),
  };
  const read = {
    get: { parameters: inPath(one), responses: answers(at, { '200': { description: '', ...json(ref(name), shown) } }) },
  };
  const change = {
    put: { parameters: inPath(one), ...body, responses: { '202': done } },
    delete: { parameters: inPath(one), responses: { '202': done } },
  };
  return [
    [path, { ...list, ...create }],
    [one, at % 4 === 0 ? read : { ...read, ...change }],
    ...(at % 4 === 0 ? [[`${one}#1`, change] as [string, Node]] : []),
    [`${path}/count`, { get: { parameters: inPath(path), responses: { '200': { description: '', ...json(ref('Total')) } } } }],
  ];
}

const bare = (path: string): Node => ({ parameters: inPath(path), responses: { '200': { description: '' } } });

/** As large a body as the published documents describe here. */
const creation: Node = {
  ...bare(''),
  requestBody: { required: true, ...json(ref('Domain')) },
  responses: {
    '200': { description: '', ...json(ref('Domain'), { domain: 'invented.example', reseller: 'invented' }) },
    '202': done,
  },
};
const domainSchema: Node = {
  type: 'object',
  required: ['domain', 'reseller'],
  properties: {
    domain: { type: 'string', pattern: '^[A-Za-z0-9._-]+$', maxLength: 64 },
    reseller: { type: 'string' },
    synchronous: { type: 'string', enum: ['yes', 'no'], default: 'no' },
    ...Object.fromEntries(
      Array.from({ length: 20 }, (_, at) => [`option-${at}-enabled`, { type: 'string', enum: ['yes', 'no'] }]),
    ),
    ...Object.fromEntries(
      Array.from({ length: 10 }, (_, at) => [`limits-max-${at}`, { type: ['integer', 'null'], minimum: -1 }]),
    ),
  },
};

/** What our contract knows too, under other names. */
const familiar: [string, Node][] = [
  ['/version', { get: { ...bare(''), security: [] } }],
  ['/tokens', { post: { ...bare(''), security: [] } }],
  ['/tokens#1', { post: { ...bare(''), security: [], requestBody: json({ type: 'object', required: ['refresh_token'] }) } }],
  ['/domains', { get: bare(''), post: creation }],
  ['/domains/{name}', { get: bare('/domains/{name}') }],
  ['/domains/{domain}/users', { get: bare('/domains/{domain}/users') }],
  ['/domains/{domain}/users/{extension}', { get: bare('/domains/{domain}/users/{extension}') }],
  ['/domains/~/users/~ ', { get: bare('') }],
  ['/subscriptions', { get: bare(''), post: bare('') }],
  ['/subscriptions/{uid}', { get: bare('/subscriptions/{uid}'), put: bare('/subscriptions/{uid}') }],
  ['/subscriptions/{uid}#1', { delete: bare('/subscriptions/{uid}') }],
];

/** What describes things more than once, or oddly. */
const odd: [string, Node][] = [
  [
    '/odd/{file}/#1',
    { post: { ...bare('/odd/{file}'), requestBody: json({ oneOf: [{ type: 'array' }, { type: 'integer' }] }) } },
  ],
  [
    '/odd/{filename}',
    { post: { ...bare('/odd/{filename}'), operationId: 'Odd', requestBody: { required: true, ...json({ type: 'string' }) } } },
  ],
  [
    '/upload',
    {
      put: {
        ...bare(''),
        requestBody: { required: true, content: { 'multipart/form-data': { schema: { type: 'object', required: ['file'] } } } },
      },
    },
  ],
  [
    '/recording',
    {
      get: {
        parameters: [],
        responses: { '200': { description: '', content: { '*/*': { schema: { type: 'string', format: 'binary' } } } } },
      },
    },
  ],
  [
    '/typed',
    { post: { ...bare(''), requestBody: { content: { 'application/json; charset=utf-8': { schema: { type: 'object' } } } } } },
  ],
  ['/silent', { get: {} }],
  ['/open', { get: { security: [], ...bare('') } }],
  [
    '/broken',
    {
      post: {
        ...bare(''),
        requestBody: json({ type: 'object', properties: { when: { type: 'datetime' }, as: { type: 'string', pattern: '(' } } }),
      },
    },
  ],
];

const countOf = (paths: [string, Node][]): number => paths.reduce((sum, [, item]) => sum + Object.keys(item).length, 0);

/** A document of this many descriptions of operations, at least a hundred. JSON, as cores serve it. */
export function vendorLike(operations: number): Node {
  const paths: [string, Node][] = [...familiar, ...odd];
  const schemas: [string, Node][] = [];
  for (let at = 0; countOf(paths) < operations; at += 1) {
    const name = named(at);
    schemas.push([name, schemaOf(name)]);
    const parent = ['/domains/{domain}', '/domains/{domain}/users/{user}', ''][at % 3];
    for (const path of operationsOf(name, `${parent}/${name}`, at)) if (countOf([...paths, path]) <= operations) paths.push(path);
    if (countOf(paths) === operations - 1) paths.push(['/last', { get: bare('') }]);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'A core', version: '1.0.0' },
    servers: [{ url: 'https://{server}/ns-api/v2/', variables: { server: { default: 'core1.example.net' } } }],
    // A scheme that is called differently where it is defined.
    security: [{ bearer: [] }],
    paths: Object.fromEntries(paths),
    components: {
      securitySchemes: { bearerAuth: { type: 'http', scheme: 'bearer' } },
      schemas: {
        Accepted: {
          type: 'object',
          required: ['code', 'message'],
          properties: { code: { type: 'integer' }, message: { type: 'string' } },
        },
        ErrorResponse: { type: 'object', properties: { code: { type: 'integer' }, message: { type: 'string' } } },
        Domain: domainSchema,
        Total: { type: 'object', properties: { total: { type: 'integer', examples: [3] } } },
        ...Object.fromEntries(schemas),
      },
    },
    webhooks: {},
  };
}
