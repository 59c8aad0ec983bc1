import { isNode, methods, type Node, resolve, type SpecDocument } from './document.ts';

/** The error shape of the published documents, and the refusals that any operation may answer though documents of 45.0 seldom say so. */
const refusals: Readonly<Record<string, string>> = {
  '400': 'Bad Request',
  '401': 'Invalid Scope [APP001]',
  '403': 'Domain not found or access denied',
  '404': 'Resource not found.',
  '409': 'Already exists',
};
const integer = { type: 'integer' };
const refusal = (status: string, message: string): Node => ({
  description: message,
  content: {
    'application/json': {
      schema: { type: 'object', required: ['code', 'message'], properties: { code: integer, message: { type: 'string' } } },
      example: { code: Number(status), message },
    },
  },
});
const refused = Object.fromEntries(Object.entries(refusals).map(([status, message]) => [status, refusal(status, message)]));

/** A foreign document with what a mock needs and its author left out. Paths come from `mergeVariants`. */
export function overlay(document: SpecDocument, paths: Record<string, Node>, base: string): Node {
  const mended = Object.entries(paths).map(([path, item]): [string, Node] => {
    const operations = methods.flatMap((method) => {
      const operation = item[method];
      return isNode(operation) ? [[method, mendOperation(document, operation, method)] as const] : [];
    });
    return [path, Object.fromEntries(operations)];
  });
  const components = isNode(document.components) ? document.components : {};
  const { webhooks: _, ...rest } = document;
  return {
    ...rest,
    // The address in a downloaded document is whatever host it came from, or none.
    servers: [{ url: `https://core.example${base}` }],
    // Documents name a scheme that they do not define, or none. Who needs a token needs a bearer.
    security: [{ bearer: [] }],
    components: { ...components, securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
    paths: Object.fromEntries(mended),
  };
}

function mendOperation(document: Node, operation: Node, method: string): Node {
  const { security, servers: _, callbacks: __, responses, requestBody, ...rest } = operation;
  const open = Array.isArray(security) && security.length === 0;
  return {
    ...rest,
    ...(open && { security: [] }),
    ...(isNode(requestBody) && { requestBody: mendBody(resolve(document, requestBody), method) }),
    responses: mendResponses(document, responses),
  };
}

/** Nobody looks into files. Acrobits' own tool deletes without the body that the documents demand, and gets through. */
function mendBody(body: Node, method: string): Node {
  const content = mediaOf(body).map(([type, media]) => [type, isJson(type) ? media : {}] as const);
  const optional = method === 'delete' || method === 'get' || content.some(([type]) => !isJson(type));
  return { ...body, required: body.required === true && !optional, content: Object.fromEntries(content) };
}

const isJson = (type: string): boolean => /[/+]json$|\/x-www-form-urlencoded$/.test(type);

/** Media types without their parameters, in lower case, as they are compared. */
const mediaOf = ({ content }: Node): [string, Node][] =>
  Object.entries(isNode(content) ? content : {}).map(([type, media]) => [
    String(type.split(';')[0]).trim().toLowerCase(),
    isNode(media) ? media : {},
  ]);

/** Documents name no type for recordings, and for some objects, but stars; an answer has to name one. */
function typeOf(document: Node, { schema }: Node): string {
  const { type } = resolve(document, schema);
  return type === 'object' || type === 'array' ? 'application/json' : 'application/octet-stream';
}

function mendResponses(document: Node, responses: unknown): Node {
  const described = Object.entries(isNode(responses) ? responses : {}).map(([status, response]): [string, Node] => {
    const { headers: _, links: __, content: ___, ...rest } = resolve(document, response);
    const content = mediaOf(resolve(document, response)).map(([type, media]) => [
      type.includes('*') ? typeOf(document, media) : type,
      media,
    ]);
    return [status, { description: '', ...rest, ...(content.length > 0 && { content: Object.fromEntries(content) }) }];
  });
  const succeeds = described.some(([status]) => /^2/.test(status));
  return { ...refused, ...(!succeeds && { '200': { description: 'Done' } }), ...Object.fromEntries(described) };
}
