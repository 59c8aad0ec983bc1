import type { PlatformAccess, Secret } from '@enablement/core';
import type { Answer } from '../net/answer.ts';
import type { Calls } from './calls.ts';
import { judgeLogin, type Login, type LoginAnswer } from './judge-login.ts';

/** Whose password is used: as the platform wants it, `user@domain` unless the user has a login name of its own. */
export interface Account {
  readonly username: string;
  readonly password: Secret;
}

export type OauthClient = Omit<PlatformAccess, 'portalUrl'>;

/** What must not be quoted from an answer to these credentials. */
export const secretsOf = ({ clientSecret }: OauthClient, { password }: Account, login?: Login) =>
  [clientSecret, password, login?.accessToken, login?.refreshToken].flatMap((secret) => secret?.reveal() ?? []);

/** Never sent twice: a refresh kills the old tokens, and a wrong password counts. */
const ask = (calls: Calls, { clientId, clientSecret }: OauthClient, grant: object): Promise<Answer> =>
  calls.send('post', '/tokens', { body: { ...grant, client_id: clientId, client_secret: clientSecret } });

/** One password grant. Nothing is kept of it. */
export async function logIn(calls: Calls, client: OauthClient, account: Account): Promise<LoginAnswer> {
  const answer = await ask(calls, client, { grant_type: 'password', ...account });
  return judgeLogin(answer, calls.host, secretsOf(client, account));
}

/** The old tokens die with it, also when its answer is lost. */
export async function refresh(
  calls: Calls,
  client: OauthClient,
  refreshToken: Secret,
  secrets: readonly string[],
): Promise<LoginAnswer> {
  const answer = await ask(calls, client, { grant_type: 'refresh_token', refresh_token: refreshToken });
  return judgeLogin(answer, calls.host, secrets);
}
