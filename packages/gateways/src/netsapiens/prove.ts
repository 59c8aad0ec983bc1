import type { OfficeManager, PlatformAccess, Proof } from '@enablement/core';
import { Refused } from '@enablement/core';
import { describeAnswer } from '../net/answer.ts';
import { leaveOut } from '../net/leave-out.ts';
import type { Api } from './api.ts';
import { judgeLogin, type Login, type LoginAnswer } from './judge-login.ts';
import { domainShape } from './shapes.ts';

/** Office Manager and above (the vendor's scope names, exact). Reseller and Super User see further than one domain. */
const SEES_ONE_DOMAIN = 'Office Manager';
const SEES_MORE = new Set(['Reseller', 'Super User']);

/** The login name as the platform wants it: `user@domain` unless something else was given. */
export const usernameOf = ({ login, domain }: OfficeManager) => (login.includes('@') ? login : `${login}@${domain}`);

/** What must not be quoted from an answer to these credentials. */
export const secretsOf = (access: PlatformAccess, manager: OfficeManager, login: Login) =>
  [access.clientSecret, manager.password, login.accessToken, login.refreshToken].flatMap((secret) => secret?.reveal() ?? []);

/** One password grant. Nothing is kept of it. */
export async function logIn(api: Api, { clientId, clientSecret }: PlatformAccess, manager: OfficeManager): Promise<LoginAnswer> {
  const answer = await api.token(clientId, clientSecret, { username: usernameOf(manager), password: manager.password });
  return judgeLogin(answer, api.host, [clientSecret.reveal(), manager.password.reveal()]);
}

export async function prove(api: Api, access: PlatformAccess, manager: OfficeManager): Promise<Proof> {
  const answer = await logIn(api, access, manager);
  if (!answer.loggedIn) return { proved: false, why: answer.why, seen: answer.seen };
  const { login } = answer;
  const quoted = (words: string) => leaveOut(words, secretsOf(access, manager, login));
  if (login.scope !== SEES_ONE_DOMAIN && !SEES_MORE.has(login.scope))
    return { proved: false, why: 'scope too low', seen: quoted(login.scope) };
  if (login.domain?.toLowerCase() === manager.domain.toLowerCase()) return { proved: true, scope: login.scope };
  const mayLook = SEES_MORE.has(login.scope) || login.domain === undefined;
  if (mayLook && (await sees(api, login, manager.domain))) return { proved: true, scope: login.scope };
  return { proved: false, why: 'wrong domain', seen: quoted(whereFrom(login)) };
}

const whereFrom = ({ domain, territory, scope }: Login) =>
  SEES_MORE.has(scope) && territory !== undefined ? `reseller ${territory}` : (domain ?? 'another domain');

/** 401, 403 and 404 are all seen for a domain out of reach; which one is not published. */
async function sees(api: Api, login: Login, domain: string): Promise<boolean> {
  const answer = await api.domain(login.accessToken, domain);
  if ([401, 403, 404].includes(answer.status)) return false;
  const found = domainShape.safeParse(answer.body);
  if (answer.status !== 200 || !found.success) {
    throw new Refused(
      `${api.host} answered the question for ${domain} with ${describeAnswer(answer)}.`,
      'Ask whoever runs the platform.',
    );
  }
  return found.data.domain.toLowerCase() === domain.toLowerCase();
}
