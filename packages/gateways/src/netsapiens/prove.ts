import type { OfficeManager, PlatformAccess, Proof } from '@enablement/core';
import { isHtml } from '../net/answer.ts';
import { leaveOut } from '../net/leave-out.ts';
import type { Calls } from './calls.ts';
import type { Login } from './judge-login.ts';
import { type Account, logIn, secretsOf } from './log-in.ts';
import { refusalOf } from './refusals.ts';
import { domainShape } from './shapes.ts';

/** Office Manager and above (the vendor's scope names, exact). Reseller and Super User see further than one domain. */
const SEES_ONE_DOMAIN = 'Office Manager';
const SEES_MORE = new Set(['Reseller', 'Super User']);

export const accountOf = ({ login, domain, password }: OfficeManager): Account => ({
  username: login.includes('@') ? login : `${login}@${domain}`,
  password,
});

/** Always a new log-in: an old token would prove nothing about the password. */
export async function prove(calls: Calls, access: PlatformAccess, manager: OfficeManager): Promise<Proof> {
  const account = accountOf(manager);
  const answer = await logIn(calls, access, account);
  if (!answer.loggedIn) return { proved: false, why: answer.why, seen: answer.seen };
  const { login } = answer;
  const secrets = secretsOf(access, account, login);
  const quoted = (words: string) => leaveOut(words, secrets);
  if (login.scope !== SEES_ONE_DOMAIN && !SEES_MORE.has(login.scope))
    return { proved: false, why: 'scope too low', seen: quoted(login.scope) };
  if (login.domain?.toLowerCase() === manager.domain.toLowerCase()) return { proved: true, scope: login.scope };
  const mayLook = SEES_MORE.has(login.scope) || login.domain === undefined;
  if (mayLook && (await sees(calls, login, manager.domain, secrets))) return { proved: true, scope: login.scope };
  return { proved: false, why: 'wrong domain', seen: quoted(whereFrom(login)) };
}

const whereFrom = ({ domain, territory, scope }: Login) =>
  SEES_MORE.has(scope) && territory !== undefined ? `reseller ${territory}` : (domain ?? 'another domain');

/** 401, 403 and 404 are all seen for a domain out of reach; which one is not published. A page comes from something in between. */
async function sees(calls: Calls, login: Login, domain: string, secrets: readonly string[]): Promise<boolean> {
  const answer = await calls.send('get', '/domains/{domain}', { params: { domain }, token: login.accessToken });
  if ([401, 403, 404].includes(answer.status) && !isHtml(answer)) return false;
  const found = domainShape.safeParse(answer.body);
  if (answer.status !== 200 || !found.success) throw refusalOf(answer, calls.host, `the question for ${domain}`, secrets);
  return found.data.domain.toLowerCase() === domain.toLowerCase();
}
