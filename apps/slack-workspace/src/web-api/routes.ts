import { setTimeout as sleep } from 'node:timers/promises';
import express, { type Request, type Response, type Router } from 'express';
import type { Fault } from '../faults.ts';
import { type Fields, isFields, textAt } from '../json.ts';
import type { Slack } from '../slack.ts';
import type { Slacks } from '../slacks.ts';
import { app } from './app.ts';
import { chat } from './chat.ts';
import { conversations } from './conversations.ts';
import { files } from './files.ts';
import { fail, type Method, type Reply } from './method.ts';
import { access } from './oauth.ts';
import { missingScope } from './scopes.ts';
import { users } from './users.ts';
import { views } from './views.ts';

const methods: ReadonlyMap<string, Method> = new Map(
  Object.entries({ ...app, ...chat, ...conversations, ...files, ...users, ...views }),
);

interface Answered {
  readonly status: number;
  readonly body: unknown;
  readonly retryAfter?: number | undefined;
}

function bearer(request: Request, args: Fields): string | undefined {
  const header = request.get('authorization');
  return header?.match(/^Bearer\s+(\S+)$/i)?.[1] ?? textAt(args, 'token');
}

function call(name: string, args: Fields, token: string | undefined, slacks: Slacks): Answered {
  const ok = (body: Reply): Answered => ({ status: 200, body });
  const { first } = slacks;
  const { appToken } = first.settings;
  const run = methods.get(name);
  if (run === undefined) return ok(fail('unknown_method', { req_method: name }));
  if (token === undefined) return ok(fail('not_authed'));
  if (token === appToken) return ok(name === 'apps.connections.open' ? run(args, first) : fail('not_allowed_token_type'));
  const slack = slacks.ofToken(token);
  if (slack === undefined) return ok(fail(first.dead.get(token) ?? 'invalid_auth'));
  if (name === 'apps.connections.open') return ok(fail('not_allowed_token_type'));
  const { workspace, limits, switches } = slack;
  const wait = switches.now.limits ? limits.take(name, workspace.team.id, textAt(args, 'channel') ?? '') : undefined;
  if (wait !== undefined) return { status: 429, body: fail('ratelimited'), retryAfter: wait };
  const { scopes = [] } = workspace.access ?? {};
  const needed = first.settings.scopes === undefined ? undefined : missingScope(name, args, workspace, scopes);
  if (needed !== undefined) return ok(fail('missing_scope', { needed, provided: scopes.join(',') }));
  return ok(run(args, slack));
}

function isOnlyLate(fault: Fault): boolean {
  const { delayMs, status, error, drop, down } = fault;
  return delayMs !== undefined && status === undefined && error === undefined && drop !== true && down !== true;
}

/** What a planned fault answers instead; undefined cuts the connection. */
function broken(fault: Fault): Answered | undefined {
  if (fault.error !== undefined) return { status: 200, body: fail(fault.error) };
  if (fault.status === 429) return { status: 429, body: fail('ratelimited'), retryAfter: fault.retryAfter ?? 1 };
  if (fault.status !== undefined) return { status: fault.status, body: fail('internal_error'), retryAfter: fault.retryAfter };
  return undefined;
}

/**
 * Answers a call of the app, unless a fault is planned for it: then late, wrongly, or not at all.
 * @param run the call's effect and its answer
 */
export async function answer(
  slack: Slack,
  what: string,
  request: Request,
  response: Response,
  run: () => Answered,
): Promise<void> {
  const fault = slack.faults.take(what);
  const early = fault?.after === true ? run() : undefined;
  if (fault?.delayMs !== undefined) await sleep(fault.delayMs);
  const answered = fault === undefined || isOnlyLate(fault) ? (early ?? run()) : broken(fault);
  const status = answered?.status ?? 0;
  const sent: unknown = request.method === 'GET' ? request.query : request.body;
  slack.traffic.record({ from: 'app', what, via: 'http', request: sent, status, response: answered?.body ?? 'no answer' });
  if (answered === undefined) {
    request.socket.destroy();
    return;
  }
  if (answered.retryAfter !== undefined) response.set('retry-after', String(answered.retryAfter));
  response.status(answered.status);
  if (typeof answered.body === 'string') response.type('text/plain').send(answered.body);
  else response.json(answered.body);
}

/** Slack's Web API: `/api/<method>`, form or JSON in, JSON out. */
export function webApi(slacks: Slacks): Router {
  const router = express.Router();
  router.use(express.json({ limit: '2mb' }), express.urlencoded({ extended: false, limit: '2mb' }));
  router.all('/:method', async (request, response) => {
    const name = String(request.params.method);
    const args: Fields = { ...request.query, ...(isFields(request.body) ? request.body : {}) };
    const basic = request.get('authorization')?.match(/^Basic\s+(\S+)$/i)?.[1];
    await answer(slacks.first, name, request, response, () =>
      name === 'oauth.v2.access'
        ? { status: 200, body: access(slacks, args, basic) }
        : call(name, args, bearer(request, args), slacks),
    );
  });
  return router;
}
