import type { IHttpRequest, PrismHttpComponents } from '@stoplight/prism-http';
import type { PlainRequest } from './acceptance.ts';
import { type Described, type Entry, entriesOf, type Known } from './entries.ts';
import type { Reply } from './operation.ts';
import type { Route, Takes } from './routes.ts';
import type { Violation } from './violation.ts';

// Besides entries.ts, which has Prism read documents, the only file that knows it. Prism checks the request, our handler answers in the place of its proxy's upstream, and Prism checks
// our answer. An operation without a handler falls back to Prism's own mocking, which answers from the contract.

/** A request after routing and parsing, names of headers in lower case. */
export interface CheckedRequest extends PlainRequest {
  readonly method: string;
}

export type Outcome =
  | { readonly outcome: 'answered'; readonly reply: Reply; readonly from: 'handler' | 'contract' }
  | { readonly outcome: 'refused'; readonly violations: readonly [Violation, ...Violation[]] }
  | {
      readonly outcome: 'broke the contract';
      readonly reply: Reply;
      readonly violations: readonly { path: string; message: string }[];
    };

export interface Engine {
  readonly routes: readonly Route[];
  /** What an operation takes. Read from its document when it is asked for first: most operations of a large one are never called. */
  takes(route: Route): Promise<Takes>;
  /** Rejects only when the handler throws or the contract cannot answer at all. */
  answer(route: Route, request: CheckedRequest, handle: (() => Promise<Reply>) | undefined): Promise<Outcome>;
}

/** Prism's functions return values of fp-ts, which are plain objects. */
const right = <T>(value: T) => ({ _tag: 'Right' as const, right: value });
const left = <E>(value: E) => ({ _tag: 'Left' as const, left: value });

type Diagnostic = Parameters<PrismHttpComponents['forward']>[0]['validations'][number];
/** Carried through Prism on the request, so that concurrent requests stay apart. */
interface Turn extends IHttpRequest {
  handle: (() => Promise<Reply>) | undefined;
  refused?: [Violation, ...Violation[]];
  from?: 'handler' | 'contract';
}

const toViolation = (found: Diagnostic): Violation => {
  const path = (found.path ?? []).join('.');
  const code = Number(found.code);
  if (code === 401) return { kind: 'unauthorized', status: 401, path: 'headers', message: found.message };
  if (code === 415) return { kind: 'unsupported media type', status: 415, path: 'headers.content-type', message: found.message };
  return { kind: 'invalid', status: 422, path, message: found.message };
};

/** Who is not let in learns nothing about the rest of the request. */
const mostImportantFirst = (found: readonly Diagnostic[]): [Violation, ...Violation[]] | undefined => {
  const [first, ...rest] = found
    .filter(({ code }) => code !== 'deprecated')
    .map(toViolation)
    .toSorted((one, other) => rank(one) - rank(other));
  return first === undefined ? undefined : [first, ...rest];
};
const rank = (violation: Violation): number => ({ 401: 0, 415: 1 })[violation.status] ?? 2;

const forwardWith =
  (unanswered: Error): PrismHttpComponents['forward'] =>
  (input) =>
  () =>
  async () => {
    const turn = input.data as Turn;
    const violations = mostImportantFirst(input.validations);
    if (violations !== undefined) {
      turn.refused = violations;
      return right({ statusCode: 400 });
    }
    if (turn.handle === undefined) {
      turn.from = 'contract';
      return left(unanswered);
    }
    turn.from = 'handler';
    const reply = await turn.handle();
    return right({ statusCode: reply.status, headers: reply.headers ?? {}, body: reply.body });
  };

const checks = {
  isProxy: true,
  upstream: new URL('http://in-process.invalid'),
  upstreamProxy: undefined,
  checkSecurity: true,
  validateRequest: true,
  validateResponse: true,
  errors: true,
  mock: { dynamic: false },
} as const;

/** `Prefer: code=404` (RFC 7240) asks for the example of that answer, and is passed over where the document has none. */
function preferredStatus(prefer: string | undefined, { responses }: Described): number | undefined {
  const code = /(?:^|[,;\s])code=(\d{3})\b/.exec(prefer ?? '')?.[1];
  return responses.some((response) => response.code === code) ? Number(code) : undefined;
}

/** Loaded when it is needed first: requests and replies that are plainly right never come to it. */
async function loadPrism() {
  const [{ createLogger }, { createInstance, ProblemJsonError }] = await Promise.all([
    import('@stoplight/prism-core'),
    import('@stoplight/prism-http'),
  ]);
  // Prism falls back to the contract on an error of this name, and on no other.
  const unanswered = new ProblemJsonError('https://stoplight.io/prism/errors#UPSTREAM_NOT_IMPLEMENTED', 'no handler', 501, '');
  return createInstance(checks, {
    logger: createLogger('mock', { level: 'silent' }),
    forward: forwardWith(unanswered),
    // Routing has happened already; Prism's own walks every operation on every request.
    route: ({ resources }) => {
      const [only] = resources;
      return only === undefined ? left(new Error('no operation')) : right(only);
    },
  });
}

/**
 * Takes parsed OpenAPI documents, and leaves them as they are. The operations of `foreign` documents are served beside those of the
 * contract; their examples are not held to their schemas, because those who wrote them did not do it either.
 */
export function createEngine(contract: object, foreign: readonly object[] = []): Engine {
  const entries = [...entriesOf(contract, true), ...foreign.flatMap((document) => entriesOf(document, false))];
  const byId = new Map(entries.map((entry) => [entry.route.id, entry]));
  const find = ({ id }: Route): Entry => {
    const entry = byId.get(id);
    if (entry === undefined) throw new Error(`the contract has no operation ${id}`);
    return entry;
  };
  let prism: ReturnType<typeof loadPrism> | undefined;

  return {
    routes: entries.map(({ route }) => route),
    takes: async (route) => (await find(route).known()).takes,
    async answer(route, request, handle) {
      const entry = find(route);
      const known = { ...entry, ...(await entry.known()) };
      if (handle === undefined || !known.acceptance.request(request)) return askPrism(known, request, handle);
      const reply = await handle();
      if (known.acceptance.reply(reply)) return { outcome: 'answered', reply, from: 'handler' };
      return askPrism(known, request, async () => reply);
    },
  };

  async function askPrism(
    known: Omit<Entry, 'known'> & Known,
    request: CheckedRequest,
    handle: (() => Promise<Reply>) | undefined,
  ): Promise<Outcome> {
    // Prism remembers the first `accept` it sees for all later requests, and waits for bodies that `content-length` announces.
    const { accept: _, 'content-length': __, ...headers } = request.headers;
    const path = request.path.slice(known.base.length);
    const turn: Turn = {
      method: request.method as IHttpRequest['method'],
      // A path that ends in a slash is served without it as well, but Prism would find no parameters in that.
      url: { path: known.operation.path.endsWith('/') && !path.endsWith('/') ? `${path}/` : path, query: request.query },
      headers,
      body: request.body,
      handle,
    };
    const code = handle === undefined ? preferredStatus(headers.prefer, known.operation) : undefined;
    const mock = { dynamic: false, ...(code !== undefined && { code }) };
    prism ??= loadPrism();
    const result = await (await prism).request(turn, [known.operation], {
      ...checks,
      validateResponse: known.answersChecked,
      mock,
    })();
    if (turn.refused !== undefined) return { outcome: 'refused', violations: turn.refused };
    if (result._tag === 'Left') {
      if (known.answersChecked || turn.from !== 'contract') throw result.left;
      // Prism gives up on schemas that are too large to invent an example for. That is no reason for an answer of 500.
      return { outcome: 'answered', reply: { status: firstSuccess(known.operation) }, from: 'contract' };
    }
    const { output, validations } = result.right;
    const told = plain(output.headers ?? {});
    // What a handler answers as text goes out as it is; an example that is a text is a value like any other.
    const isValue = turn.from === 'contract' && typeof output.body === 'string' && /json/.test(contentType(told));
    const reply: Reply = { status: output.statusCode, headers: told, body: isValue ? JSON.stringify(output.body) : output.body };
    if (validations.output.length > 0) {
      const violations = validations.output.map(({ path, message }) => ({ path: (path ?? []).join('.'), message }));
      return { outcome: 'broke the contract', reply, violations };
    }
    return { outcome: 'answered', reply, from: turn.from ?? 'handler' };
  }
}

function firstSuccess({ responses }: Described): number {
  const codes = responses.map(({ code }) => Number(code)).filter((code) => code >= 200 && code < 300);
  return codes.length > 0 ? Math.min(...codes) : 200;
}

const contentType = (headers: Record<string, string>): string =>
  Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';

function plain(headers: Record<string, string | string[]>): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) texts[name] = Array.isArray(value) ? value.join(', ') : value;
  return texts;
}
