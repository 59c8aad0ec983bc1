import { z } from 'zod';
import { type PlatformAnswer, PlatformProblem, request } from './http.ts';

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

const listed = z.object({
  id: z.string(),
  model: z.string(),
  domain: z.string(),
  'post-url': z.string(),
  'current-active-server': z.string().nullish(),
});
export type ListedSubscription = z.infer<typeof listed>;

/** NetSapiens, logged in as one account. Everything throws `PlatformProblem`. */
export interface Session {
  readonly token: Token;
  /** Everything that the account may see. */
  list(): Promise<readonly ListedSubscription[]>;
  /** 409 means that the same set of parameters is subscribed already, which is just as good. */
  create(subscription: Subscription): Promise<'created' | 'already there'>;
  update(id: string, subscription: Subscription): Promise<void>;
  /** One that is gone already is fine. */
  remove(id: string): Promise<void>;
}

/** Acrobits' tool knows an expired token by this text alone; any other 401 ends its run, and the next run logs in anew. */
const EXPIRED = 'The access token provided has expired';
const MOST_LOGINS = 5;
const PAGE = 500;

export async function openSession(login: Login, signal: AbortSignal): Promise<Session> {
  let token = await logIn(login, signal);
  let logins = 0;

  async function call(method: string, path: string, body?: object): Promise<PlatformAnswer> {
    const url = new URL(`/ns-api/v2${path}`, login.portalUrl);
    const headers = { authorization: `Bearer ${token.accessToken}` };
    const answer = await request(method, url, { headers, signal, ...(body && { body }) });
    if (answer.status !== 401 || !answer.text.includes(EXPIRED) || logins >= MOST_LOGINS) return answer;
    logins += 1;
    token = await logIn(login, signal);
    return call(method, path, body);
  }

  return {
    get token() {
      return token;
    },
    async list() {
      const all = new Map<string, ListedSubscription>();
      for (let start = 0; ; start += PAGE) {
        const answer = await call('GET', `/subscriptions?start=${start}&limit=${PAGE}`);
        const page = z.array(listed).safeParse(answer.body);
        if (answer.status !== 200 || !page.success) throw refused('the list of subscriptions', answer);
        const before = all.size;
        for (const one of page.data) all.set(one.id, one);
        // A platform that ignores `start` would give the same page for ever.
        if (page.data.length < PAGE || all.size === before) return [...all.values()];
      }
    },
    async create(subscription) {
      const answer = await call('POST', '/subscriptions', subscription);
      if (answer.status === 409) return 'already there';
      if (!isFine(answer)) throw refused(`the ${subscription.model} subscription of ${subscription.domain}`, answer);
      return 'created';
    },
    async update(id, subscription) {
      const answer = await call('PUT', `/subscriptions/${encodeURIComponent(id)}`, subscription);
      if (!isFine(answer))
        throw refused(`the repair of the ${subscription.model} subscription of ${subscription.domain}`, answer);
    },
    async remove(id) {
      const answer = await call('DELETE', `/subscriptions/${encodeURIComponent(id)}`);
      if (!isFine(answer) && answer.status !== 404) throw refused('the removal of a subscription', answer);
    },
  };
}

const isFine = ({ status }: PlatformAnswer): boolean => status >= 200 && status < 300;
const mayPass = (status: number): boolean => status >= 500 || status === 429;
const refused = (what: string, { status }: PlatformAnswer, again = mayPass(status) || status === 401): PlatformProblem =>
  new PlatformProblem(`NetSapiens refused ${what} with ${status}`, again);

const tokenAnswer = z.object({
  access_token: z.string().min(1),
  scope: z.string().min(1),
  territory: z.string().min(1).default('*'),
  mfa_type: z.unknown().optional(),
  mfa_vendor: z.unknown().optional(),
});

/** Password grant. A 200 alone proves nothing: without token and scope, or with an MFA marker, nobody is logged in. */
async function logIn(login: Login, signal: AbortSignal): Promise<Token> {
  const { clientId: client_id, clientSecret: client_secret, username, password } = login;
  const body = { grant_type: 'password', client_id, client_secret, username, password };
  const answered = await request('POST', new URL('/ns-api/v2/tokens', login.portalUrl), { body, signal });
  if (answered.status !== 200) throw refused(`the login of ${username}`, answered, mayPass(answered.status));
  const answer = tokenAnswer.safeParse(answered.body);
  if (!answer.success) throw new PlatformProblem(`NetSapiens answered 200 to ${username} but gave no usable token`, false);
  const { access_token, scope, territory, mfa_type, mfa_vendor } = answer.data;
  if (mfa_type !== undefined || mfa_vendor !== undefined || scope === 'mfa_required') {
    throw new PlatformProblem(`NetSapiens asks ${username} for a second factor`, false);
  }
  return { accessToken: access_token, scope, reseller: territory };
}
