import { Ajv, type ValidateFunction } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Reply } from './operation.ts';

// Prism says what is wrong with a request or a reply, and takes most of a request's time for it. That nothing is wrong is found out here,
// by the same kind of validator, compiled once for each operation. Whatever is not plainly right is left to Prism, so that this knows
// nothing of forms, of styles of parameters, of keys, or of how a violation is told.

/** What is needed of an operation, as Prism describes it. */
export interface Described {
  readonly security?: readonly (readonly { readonly type: string; readonly scheme?: string }[])[];
  readonly request?: {
    readonly path?: readonly Parameter[];
    readonly query?: readonly Parameter[];
    readonly headers?: readonly Parameter[];
    readonly cookie?: readonly Parameter[];
    readonly body?: { readonly required?: boolean; readonly contents?: readonly Content[] };
  };
  readonly responses: readonly {
    readonly code: string;
    readonly headers?: readonly unknown[];
    readonly contents?: readonly Content[];
  }[];
  /** Where references of schemas point: `#/__bundled__/…`. */
  readonly __bundled__?: unknown;
}

interface Parameter {
  readonly name: string;
  readonly required?: boolean;
  readonly deprecated?: boolean;
  readonly schema?: object;
}

interface Content {
  readonly mediaType: string;
  readonly schema?: object;
}

export interface PlainRequest {
  /** As it came, not decoded. */
  readonly path: string;
  readonly params: Record<string, string>;
  readonly query: Record<string, string | string[]>;
  readonly headers: Record<string, string>;
  readonly body: unknown;
}

/** `true`: nothing is wrong with it. `false`: ask Prism. */
export interface Acceptance {
  request(request: PlainRequest): boolean;
  reply(reply: Reply): boolean;
}

type Check = (value: unknown) => boolean;

const kinds = [Ajv, Ajv2019, Ajv2020];
const make = (coerceTypes: boolean): Ajv[] =>
  kinds.map((Kind) => formats.default(new Kind({ coerceTypes, strict: false, allowUnionTypes: true, logger: false })));
const validators = { coercing: make(true), strict: make(false) };

/** `undefined` for what cannot be compiled: Prism takes such a schema for none, and that is its business. */
function compile(kind: keyof typeof validators, schema: object, bundled: unknown): ValidateFunction | undefined {
  const { $schema = '' } = schema as { $schema?: string };
  const [draft07, draft2019, draft2020] = validators[kind];
  const ajv = $schema.includes('2020-12') ? draft2020 : $schema.includes('2019-09') ? draft2019 : draft07;
  const { $schema: _, ...rest } = schema as { $schema?: string };
  try {
    return ajv?.compile({ ...rest, __bundled__: bundled });
  } catch {
    return undefined;
  }
}

/** Compiled when first needed: most operations of a large document are never called. */
function lazily(compileCheck: () => ValidateFunction | undefined): Check {
  let check: ValidateFunction | undefined;
  let tried = false;
  return (value) => {
    if (!tried) check = compileCheck();
    tried = true;
    return check?.(value) === true;
  };
}

export function createAcceptance(operation: Described): Acceptance {
  const { security = [], request = {}, responses, __bundled__: bundled } = operation;
  const { path = [], query = [], headers = [], cookie = [], body = {} } = request;
  const isOpen = security.length === 0 || security.every((alternative) => alternative.length === 0);
  const isBearer = security.length === 1 && security[0]?.length === 1 && isHttpBearer(security[0][0]);
  const isPlain =
    (isOpen || isBearer) && headers.length === 0 && cookie.length === 0 && path.every(({ schema }) => isPrimitive(schema));

  const parameters = (list: readonly Parameter[]): Check => {
    const properties = Object.fromEntries(list.map(({ name, schema = {} }) => [name, schema]));
    const required = list.filter((parameter) => parameter.required).map(({ name }) => name);
    return lazily(() => compile('coercing', { type: 'object', properties, required }, bundled));
  };
  const bodies = (contents: readonly Content[]): Map<string, Check> =>
    new Map(
      contents.map(({ mediaType, schema }) => [
        mediaType,
        schema === undefined ? () => true : lazily(() => compile('strict', schema, bundled)),
      ]),
    );

  const pathIsRight = parameters(path);
  const queryIsRight = parameters(query);
  const bodyIsRight = bodies(body.contents ?? []);
  const answers = new Map(
    responses.map((response) => [response.code, { ...response, isRight: bodies(response.contents ?? []) }]),
  );

  return {
    request(asked) {
      if (!isPlain || asked.path.includes('%')) return false;
      if (isBearer && !/^Bearer\s.+$/.test(asked.headers.authorization ?? '')) return false;
      if (path.length > 0 && !pathIsRight({ ...asked.params })) return false;
      if (query.length > 0 && !(isEachOnce(asked.query, query) && queryIsRight({ ...asked.query }))) return false;
      if (asked.body === undefined) return body.required !== true;
      // Prism takes 0 and null for no body.
      return Boolean(asked.body) && bodyIsRight.get(asked.headers['content-type'] ?? '')?.(asked.body) === true;
    },
    reply({ status, headers: told = {}, body: said }) {
      const answer = answers.get(`${status}`) ?? answers.get(`${Math.floor(status / 100)}XX`);
      if (answer === undefined || (answer.headers?.length ?? 0) > 0) return false;
      if (answer.isRight.size === 0) return true;
      return said !== undefined && answer.isRight.get(told['content-type'] ?? '')?.(said) === true;
    },
  };
}

const isHttpBearer = (scheme: { readonly type: string; readonly scheme?: string } | undefined): boolean =>
  scheme?.type === 'http' && scheme.scheme === 'bearer';

/** One text for each known name, as a parameter that is a list or an object has a style, and one that is deprecated is complained of. */
const isEachOnce = (query: PlainRequest['query'], known: readonly Parameter[]): boolean =>
  known.every(({ name, schema, deprecated }) => {
    const value = Object.hasOwn(query, name) ? query[name] : undefined;
    return value === undefined || (typeof value === 'string' && deprecated !== true && isPrimitive(schema));
  });

const isPrimitive = (schema: object = {}): boolean =>
  'type' in schema && ['string', 'integer', 'number', 'boolean'].includes(String(schema.type));
