import { Refused, type Secret, Unreachable } from '@enablement/core';
import createClient from 'openapi-fetch';
import { type Answer, describeAnswer, readJson } from '../net/answer.ts';
import type { Fetch } from '../net/index.ts';
import { retryAfter } from '../net/retry-after.ts';
import type { Method, Path } from './operations.ts';
import { retry, type Waiting } from './retry.ts';
import { unseal } from './secret-members.ts';

/** Scheme, host and port of a portal. Throws `Refused`, without repeating what was given, when it is no such address. */
function readPortal(portalUrl: string): URL {
  const url = URL.canParse(portalUrl) ? new URL(portalUrl) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.username || url.password) {
    throw new Refused(
      'The portal URL is not a plain web address.',
      'Give an address such as https://portal.example.net, without user name and password.',
    );
  }
  return url;
}

export interface CallOptions {
  readonly token?: Secret;
  readonly params?: object;
  readonly query?: object;
  /** Secrets in it are opened on the way out. Always sent as JSON: what stands in a query ends up in access logs. */
  readonly body?: unknown;
  /** Whether it may be sent again when nobody knows what became of it. Only reading is, unless this says otherwise. */
  readonly repeatable?: boolean;
}

/** Any path: which of them exist, and what each takes, is checked where a call is made (operations.ts). */
type Untyped = Record<
  string,
  Record<
    Method,
    { parameters: { path: object; query: object }; requestBody?: { content: { 'application/json': unknown } }; responses: object }
  >
>;

/** The one way to a core. */
export interface Calls {
  /** `name[:port]`, for sentences. */
  readonly host: string;
  /**
   * One call of API v2. "Not now" (408, 429, 5xx) and no answer are tried again where that does no harm and thrown as `Unreachable`
   * then; every other status comes back to whoever knows what it means for that call. Redirects of anything but reading are refused.
   */
  send(method: Method, path: Path, options?: CallOptions): Promise<Answer>;
}

export function createCalls(portalUrl: string, { fetch, ...waiting }: { readonly fetch: Fetch } & Waiting): Calls {
  const { origin, host } = readPortal(portalUrl);
  const client = createClient<Untyped>({
    baseUrl: `${origin}/ns-api/v2`,
    fetch: (request) => fetch(request),
    headers: { accept: 'application/json' },
  });

  async function once(method: Method, path: Path, { token, params = {}, query = {}, body }: CallOptions): Promise<Answer> {
    const { data, error, response } = await client.request(method, path, {
      parseAs: 'text',
      headers: token === undefined ? {} : { authorization: `Bearer ${token.reveal()}` },
      params: { path: params, query },
      ...(body === undefined ? {} : { body: unseal(body) }),
    });
    const text: unknown = response.ok ? (data ?? '') : (error ?? '');
    const answer = { status: response.status, headers: response.headers, body: typeof text === 'string' ? readJson(text) : text };
    if (answer.status !== 408 && answer.status !== 429 && answer.status < 500) return answer;
    throw new Unreachable(
      answer.status === 429
        ? `NetSapiens at ${host} asks us to slow down (429).`
        : `NetSapiens at ${host} fails: it sent ${describeAnswer(answer)}.`,
      `Nothing to do yet: it is tried again. If it stays so, ask whoever runs ${host}.`,
      { retryAfter: retryAfter(answer.headers, waiting.clock.now()) },
    );
  }

  return {
    host,
    async send(method, path, options = {}) {
      const { params = {}, repeatable = method === 'get' } = options;
      for (const name of path.matchAll(/\{([^}]+)\}/g)) assertNames(name[1] ?? '', Reflect.get(params, name[1] ?? ''));
      return await retry(() => once(method, path, options), repeatable, waiting);
    },
  };
}

/** An empty name, or one that climbs, would turn a call for one thing into a call for all of them. */
function assertNames(name: string, value: unknown): void {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text === 'string' && text.trim() !== '' && !/^\.{1,2}$/.test(text.trim())) return;
  throw new Refused(`The ${name} of what is asked for is missing or no name.`, `Give its ${name}.`);
}
