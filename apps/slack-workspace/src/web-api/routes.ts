import { setTimeout as sleep } from 'node:timers/promises';
import express, { type Request, type Response, type Router } from 'express';
import type { Fault } from '../faults.ts';
import { type Fields, isFields, textAt } from '../json.ts';
import type { Slack } from '../slack.ts';
import { app } from './app.ts';
import { chat } from './chat.ts';
import { conversations } from './conversations.ts';
import { fail, type Method, type Reply } from './method.ts';
import { users } from './users.ts';
import { views } from './views.ts';

const methods: ReadonlyMap<string, Method> = new Map(Object.entries({ ...app, ...chat, ...conversations, ...users, ...views }));

interface Answered {
  readonly status: number;
  readonly body: unknown;
  readonly retryAfter?: number | undefined;
}

function bearer(request: Request, args: Fields): string | undefined {
  const header = request.get('authorization');
  return header?.match(/^Bearer\s+(\S+)$/i)?.[1] ?? textAt(args, 'token');
}

function call(name: string, args: Fields, token: string | undefined, slack: Slack): Reply {
  const { botToken, appToken } = slack.settings;
  const run = methods.get(name);
  if (run === undefined) return fail('unknown_method', { req_method: name });
  if (token === undefined) return fail('not_authed');
  if (token !== botToken && token !== appToken) return fail('invalid_auth');
  const wanted = name === 'apps.connections.open' ? appToken : botToken;
  return token === wanted ? run(args, slack) : fail('not_allowed_token_type');
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
export function webApi(slack: Slack): Router {
  const router = express.Router();
  router.use(express.json({ limit: '2mb' }), express.urlencoded({ extended: false, limit: '2mb' }));
  router.all('/:method', async (request, response) => {
    const name = String(request.params.method);
    const args: Fields = { ...request.query, ...(isFields(request.body) ? request.body : {}) };
    await answer(slack, name, request, response, () => ({ status: 200, body: call(name, args, bearer(request, args), slack) }));
  });
  return router;
}
