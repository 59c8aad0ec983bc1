import type { paths } from '@enablement/contracts/netsapiens';
import { type Clock, Refused, type Secret, Unreachable } from '@enablement/core';
import createClient from 'openapi-fetch';
import { type Answer, describeAnswer, readJson } from '../net/answer.ts';
import type { Fetch } from '../net/index.ts';
import { retryAfter } from '../net/retry-after.ts';

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

export type Api = ReturnType<typeof createApi>;
type PasswordGrant = { username: string; password: Secret };
type RefreshGrant = { refreshToken: Secret };

/**
 * The calls of API v2 that enablement makes, typed by the contract on the way out and left unjudged on the way in. "Not now"
 * (429, 5xx) is thrown as `Unreachable` here; every other status comes back to whoever knows what it means for that call.
 */
export function createApi(portalUrl: string, { fetch, clock }: { readonly fetch: Fetch; readonly clock: Clock }) {
  const { origin, host } = readPortal(portalUrl);
  const client = createClient<paths>({
    baseUrl: `${origin}/ns-api/v2`,
    fetch: (request) => fetch(request),
    headers: { accept: 'application/json' },
  });
  const bearer = (token: Secret) => ({ authorization: `Bearer ${token.reveal()}` });

  async function read(call: Promise<{ data?: unknown; error?: unknown; response: Response }>): Promise<Answer> {
    const { data, error, response } = await call;
    const text = response.ok ? (data ?? '') : (error ?? '');
    const answer = { status: response.status, headers: response.headers, body: typeof text === 'string' ? readJson(text) : text };
    if (answer.status !== 429 && answer.status < 500) return answer;
    throw new Unreachable(
      answer.status === 429
        ? `NetSapiens at ${host} asks us to slow down (429).`
        : `NetSapiens at ${host} fails: it sent ${describeAnswer(answer)}.`,
      `Nothing to do yet: it is tried again. If it stays so, ask whoever runs ${host}.`,
      { retryAfter: retryAfter(answer.headers, clock.now()) },
    );
  }

  return {
    /** `name[:port]`, for sentences. */
    host,
    version: () => read(client.GET('/version', { parseAs: 'text' })),
    /** Always in the body, as JSON: a query ends up in access logs. */
    token: (client_id: string, client_secret: Secret, grant: PasswordGrant | RefreshGrant) =>
      read(
        client.POST('/tokens', {
          parseAs: 'text',
          body:
            'refreshToken' in grant
              ? {
                  grant_type: 'refresh_token',
                  client_id,
                  client_secret: client_secret.reveal(),
                  refresh_token: grant.refreshToken.reveal(),
                }
              : {
                  grant_type: 'password',
                  client_id,
                  client_secret: client_secret.reveal(),
                  username: grant.username,
                  password: grant.password.reveal(),
                },
        }),
      ),
    domain: (token: Secret, domain: string) =>
      read(client.GET('/domains/{domain}', { parseAs: 'text', headers: bearer(token), params: { path: { domain } } })),
    subscriptions: (token: Secret, start: number, limit: number) =>
      read(client.GET('/subscriptions', { parseAs: 'text', headers: bearer(token), params: { query: { start, limit } } })),
  };
}
