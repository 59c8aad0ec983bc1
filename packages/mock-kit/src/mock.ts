import { setTimeout as pause } from 'node:timers/promises';
import express from 'express';
import { mediaTypeOf, readBody } from './body.ts';
import { createControl } from './control.ts';
import { createFaults, type Fault, type Faults, type Preset } from './faults.ts';
import { createMemory } from './memory.ts';
import type { Doorkeeper, Operation, Reply } from './operation.ts';
import { createEngine, type Outcome } from './prism.ts';
import { noteRequest } from './recording.ts';
import { createRedaction } from './redact.ts';
import { createRequestLog, type RecordedRequest } from './requests.ts';
import { createRouter, type Found, type Match, type Route } from './routes.ts';
import { addressOf, complete, readHeaders, readQuery, readText, send, violationOf } from './transport.ts';
import { type Refuse, refuseWithProblem, type Violation } from './violation.ts';

export interface MockOptions<S> {
  /** How the mock calls itself, such as `mock-netsapiens`. */
  readonly name: string;
  /** The vendor's OpenAPI 3.1 document, parsed. Its `servers` say where its paths begin. */
  readonly contract: object;
  /** Documents of others, whose operations answer with their examples, beside those of the contract. Their operationIds are theirs alone. */
  readonly foreign?: readonly object[] | undefined;
  /** By operationId. An id that the contract does not have stops the start; an operation without a handler answers from the contract. */
  readonly operations: Record<string, Operation<S>>;
  /** By operationId: who is turned away before anything else of the request is looked at, as by a server that looks at the key first. */
  readonly doorkeepers?: Readonly<Record<string, Doorkeeper<S>>>;
  /** Whether there is this operation today, for a vendor whose releases differ. Without: always. */
  readonly has?: (operation: string, state: S) => boolean;
  /** A fresh, seeded memory. */
  readonly state: () => S;
  /** `POST /_mock/seed`. Throws a sentence when it cannot. */
  readonly seed?: (state: S, body: unknown) => void;
  /** `GET /_mock/state`. What stands under a secret name is replaced, as in the request log. */
  readonly show?: (state: S) => unknown;
  /** Further handlers, such as pages. They come after the control plane and before the contract. */
  readonly before?: express.RequestHandler[];
  /** Faults with a name, ordered by `{"preset":"<name>"}`: the bad days that this vendor is known or suspected to have. */
  readonly presets?: Readonly<Record<string, Preset>>;
  /** What the program itself answers under `/_mock`, for the list there: `['POST staff']`. */
  readonly controls?: readonly string[];
  /** What nobody knows for certain about the vendor, and how the mock has it: `GET` and `POST /_mock/switches`. See switches.ts. */
  readonly switches?: { show(state: S): unknown; turn(state: S, wanted: unknown): void };
  /** Refusals in the vendor's shape. */
  readonly refuse?: Refuse;
  /** Names of headers, query parameters and body members that are never shown. */
  readonly redact?: string[];
  readonly now?: () => Date;
  /** Where the state is kept, so that it survives the process. */
  readonly stateFile?: string | undefined;
}

export interface Mock<S> {
  readonly app: express.Express;
  state(): S;
  /** Forgets everything: state, faults, requests. */
  reset(): void;
  requests(): readonly RecordedRequest[];
  /** What `/_mock/faults` orders and shows. */
  readonly faults: Faults;
}

/** The header `x-mock-answer`: who looks at an answer sees whether the mock remembers what was done, or only shows an example. */
const labels = { handler: 'stateful', contract: 'example', refusal: 'refusal', fault: 'fault', failure: 'failure' } as const;

type Answer = { readonly reply: Reply; readonly by: RecordedRequest['answeredBy'] };

/** A contract with a memory: requests are held to the contract, handlers keep the state, and their replies are held to the contract too. */
export async function createMock<S>(options: MockOptions<S>): Promise<Mock<S>> {
  const { name, operations, refuse = refuseWithProblem, now = () => new Date() } = options;
  const engine = createEngine(options.contract, options.foreign);
  const ids = engine.routes.map((route) => route.id);
  for (const id of Object.keys(operations)) {
    if (!ids.includes(id))
      throw new Error(`${name} handles "${id}", which is no operation of its contract. There are: ${ids.join(', ')}.`);
  }
  const match = createRouter(engine.routes);
  const faults = createFaults(ids, options.presets);
  const redact = createRedaction(options.redact ?? []);
  const requests = createRequestLog(redact);
  const memory = createMemory(options.state, options.stateFile);
  const reset = (): void => {
    memory.forget();
    faults.clear();
    requests.clear();
  };

  const refused = (...violations: readonly [Violation, ...Violation[]]): Answer => ({ reply: refuse(violations), by: 'refusal' });

  async function answer(
    { route, params, takes }: Found,
    request: express.Request,
    headers: Record<string, string>,
  ): Promise<Answer> {
    const turnedAway = options.doorkeepers?.[route.id]?.({ params, headers, state: memory.state() });
    if (turnedAway !== undefined) return { reply: complete(turnedAway), by: 'handler' };
    const mediaType = mediaTypeOf(headers['content-type']);
    const text: string | undefined = typeof request.body === 'string' && request.body !== '' ? request.body : undefined;
    if (text !== undefined && takes.accepts.length > 0 && !takes.accepts.some((accepted) => accepted === mediaType)) {
      const message = `the body must be ${takes.accepts.join(' or ')}, not ${mediaType || 'of no named type'}`;
      return refused({ kind: 'unsupported media type', status: 415, path: 'headers.content-type', message });
    }
    const body = readBody(text, mediaType);
    if (!body.read) return refused({ kind: 'malformed', status: 400, path: 'body', message: body.why });
    const query = readQuery(request.originalUrl);
    const operation = operations[route.id];
    const about = { operation: route.id, method: route.method, from: addressOf(request) };
    const handle =
      operation &&
      (async () => complete(await operation({ ...about, params, query, headers, body: body.value, state: memory.state(), now })));
    const checked = {
      method: route.method,
      path: request.path,
      params,
      query,
      headers: asJson(headers, mediaType),
      body: body.value,
    };
    return judge(name, route, await engine.answer(route, checked, handle), refused);
  }

  async function withFault(fault: Fault, handle: () => Promise<Answer>): Promise<Answer | 'drop'> {
    const first = fault.after === true ? await handle() : undefined;
    if (fault.delayMs !== undefined) await pause(fault.delayMs);
    if (fault.drop === true) return 'drop';
    if (fault.status === undefined) return first ?? (await handle());
    const shaped = refuse([{ kind: 'fault', status: fault.status, path: '', message: 'A fault that was ordered' }]);
    const reply = { status: fault.status, headers: { ...shaped.headers, ...fault.headers }, body: shaped.body };
    return {
      reply: fault.body === undefined ? reply : { ...reply, headers: fault.headers ?? {}, body: fault.body },
      by: 'fault',
    };
  }

  const serveContract: express.RequestHandler = async (request, response) => {
    const matched = match(request.method.toLowerCase(), request.path, (id) => options.has?.(id, memory.state()) ?? true);
    const found = matched.found ? { ...matched, takes: await engine.takes(matched.route) } : matched;
    const headers = readHeaders(request);
    const noted = noteRequest(request, headers, found);
    const record = (status: number | undefined, answeredBy: RecordedRequest['answeredBy']): void => {
      const at = now().toISOString();
      requests.add(() => ({ ...noted(), at, status, answeredBy }));
    };

    if (!found.found) {
      const { reply } = refused(unmatched(found));
      if (found.why === 'method not allowed') response.set('allow', found.allowed.join(', ').toUpperCase());
      record(reply.status, 'refusal');
      return send(response, reply, { 'x-mock-answer': labels.refusal });
    }
    const handle = async (): Promise<Answer> => {
      const answered = await answer(found, request, headers);
      // Before the answer goes out: what was promised is remembered.
      if (found.route.method !== 'get') memory.keep();
      return answered;
    };
    const fault = faults.take(found.route.id);
    const result = fault === undefined ? await handle() : await withFault(fault, handle);
    if (result === 'drop') {
      record(undefined, 'fault');
      request.socket.destroy();
      return;
    }
    record(result.reply.status, result.by);
    send(response, result.reply, { 'x-mock-answer': labels[result.by] });
  };

  const app = express();
  app.disable('x-powered-by').disable('etag');
  app.use(
    '/_mock',
    createControl({
      name,
      operations: {
        stateful: ids.filter((id) => Object.hasOwn(operations, id)),
        fromContract: ids.filter((id) => !Object.hasOwn(operations, id)),
      },
      faults,
      presets: Object.fromEntries(
        Object.entries(options.presets ?? {}).map(([preset, { label, why }]) => [preset, `${label} (${why})`]),
      ),
      more: options.controls ?? [],
      requests,
      switches: {
        show: () => options.switches?.show(memory.state()) ?? [],
        turn: (wanted) => {
          if (options.switches === undefined) throw new Error(`${name} has no switches`);
          options.switches.turn(memory.state(), wanted);
          memory.keep();
        },
      },
      reset,
      seed: (body) => {
        if (options.seed === undefined) throw new Error(`${name} takes no seeds`);
        options.seed(memory.state(), body);
        memory.keep();
      },
      show: () => redact(options.show?.(memory.state()) ?? {}),
    }),
  );
  for (const handler of options.before ?? []) app.use(handler);
  app.use(readText, serveContract);
  app.use(answerFailures(name, refuse));
  return { app, state: memory.state, reset, requests: () => requests.all(), faults };
}

function unmatched(found: Exclude<Match, { found: true }>): Violation {
  const statuses = { malformed: 400, 'not found': 404, 'method not allowed': 405 };
  const messages = {
    malformed: 'the path holds a broken percent sequence',
    'not found': 'no operation has this path',
    'method not allowed': 'this path has no such method',
  };
  return { kind: found.why, status: statuses[found.why], path: 'path', message: messages[found.why] };
}

/** A form has been read into an object by now, and is checked as one. */
const asJson = (headers: Record<string, string>, mediaType: string | undefined): Record<string, string> =>
  mediaType === 'application/x-www-form-urlencoded' ? { ...headers, 'content-type': 'application/json' } : headers;

function judge(
  name: string,
  route: Route,
  outcome: Outcome,
  refused: (...violations: [Violation, ...Violation[]]) => Answer,
): Answer {
  if (outcome.outcome === 'answered') return { reply: outcome.reply, by: outcome.from };
  if (outcome.outcome === 'refused') return refused(...(outcome.violations as [Violation, ...Violation[]]));
  const paths = outcome.violations.map(({ path, message }) => `${path}: ${message}`).join('; ');
  const problem = {
    type: 'urn:mock:contract-violation',
    title: `${name} broke its own contract in ${route.id}`,
    status: 500,
    detail: `status ${outcome.reply.status}: ${paths}`,
    violations: outcome.violations,
  };
  return { reply: { status: 500, headers: { 'content-type': 'application/problem+json' }, body: problem }, by: 'failure' };
}

/** A client's mistake is answered in the vendor's shape. Anything else is our bug: told to whoever runs the mock, and a plain 500. */
function answerFailures(name: string, refuse: Refuse): express.ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const violation = violationOf(error);
    if (violation !== undefined) return send(response, refuse([violation]), { 'x-mock-answer': labels.refusal });
    console.error(`${name}: ${request.method} ${request.path} failed`, error);
    const body = { type: 'urn:mock:handler-failed', title: `${name} failed; its log says why`, status: 500 };
    const reply = { status: 500, headers: { 'content-type': 'application/problem+json' }, body };
    send(response, reply, { 'x-mock-answer': labels.failure });
  };
}
