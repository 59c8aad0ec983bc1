import { z } from 'zod';

/** NetSapiens did not give what was asked for. `again` when another try may help. */
export class PlatformProblem extends Error {
  override readonly name = 'PlatformProblem';
  readonly again: boolean;

  constructor(message: string, again: boolean) {
    super(message);
    this.again = again;
  }
}

export interface Login {
  readonly portalUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly username: string;
  readonly password: string;
}

export interface Token {
  readonly accessToken: string;
  readonly scope: string;
  /** NetSapiens calls the reseller "territory" in a token. */
  readonly reseller: string;
}

const tokenAnswer = z.object({
  access_token: z.string().min(1),
  scope: z.string().min(1),
  territory: z.string().min(1).default('*'),
  mfa_type: z.unknown().optional(),
  mfa_vendor: z.unknown().optional(),
});

/** Password grant. A 200 alone proves nothing: without token and scope, or with an MFA marker, nobody is logged in. */
export async function logIn(login: Login, signal: AbortSignal): Promise<Token> {
  const { status, body } = await post(
    new URL('/ns-api/v2/tokens', login.portalUrl),
    {
      grant_type: 'password',
      client_id: login.clientId,
      client_secret: login.clientSecret,
      username: login.username,
      password: login.password,
    },
    {},
    signal,
  );
  if (status !== 200)
    throw new PlatformProblem(
      `NetSapiens refused the login of ${login.username} with ${status}`,
      status >= 500 || status === 429,
    );
  const answer = tokenAnswer.safeParse(body);
  if (!answer.success) throw new PlatformProblem(`NetSapiens answered 200 to ${login.username} but gave no usable token`, false);
  const { access_token, scope, territory, mfa_type, mfa_vendor } = answer.data;
  if (mfa_type !== undefined || mfa_vendor !== undefined || scope === 'mfa_required') {
    throw new PlatformProblem(`NetSapiens asks ${login.username} for a second factor`, false);
  }
  return { accessToken: access_token, scope, reseller: territory };
}

export interface Subscription {
  readonly model: 'message' | 'messagesession';
  readonly 'post-url': string;
  readonly domain: string;
  readonly reseller: string;
  readonly user: '*';
  readonly 'user-scope': string;
  readonly 'subscription-geo-support': 'yes';
  readonly 'preferred-server': string;
  readonly 'subscription-expires-datetime': string;
}

/** 409 means that the same set of parameters is subscribed already, which is just as good. */
export async function createSubscription(
  portalUrl: string,
  token: Token,
  subscription: Subscription,
  signal: AbortSignal,
): Promise<'created' | 'already there'> {
  const { status } = await post(
    new URL('/ns-api/v2/subscriptions', portalUrl),
    { ...subscription },
    { authorization: `Bearer ${token.accessToken}` },
    signal,
  );
  if (status >= 200 && status < 300) return 'created';
  if (status === 409) return 'already there';
  throw new PlatformProblem(
    `NetSapiens refused the ${subscription.model} subscription of ${subscription.domain} with ${status}`,
    status >= 500 || status === 429 || status === 401,
  );
}

const PATIENCE_MS = 10_000;

async function post(
  url: URL,
  body: Record<string, string>,
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<{ status: number; body: unknown }> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      // A redirected POST would carry the password to another host.
      redirect: 'manual',
      headers: { 'content-type': 'application/json', accept: 'application/json', 'user-agent': 'mock-acrobits/1', ...headers },
      body: JSON.stringify(body),
      signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
    });
    const text = await response.text();
    return { status: response.status, body: asJson(text) };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    throw new PlatformProblem(
      `${url.host} does not answer (${cause instanceof Error ? cause.message : 'no reason given'})`,
      true,
    );
  }
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // An HTML page, for instance: then there is no token in it, which the callers say in their own words.
    return undefined;
  }
}
