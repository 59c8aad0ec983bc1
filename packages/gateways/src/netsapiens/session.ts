import { createHash } from 'node:crypto';
import { type Clock, type OfficeManager, type PlatformAccess, Refused, type Secret, seconds } from '@enablement/core';
import type { Answer } from '../net/answer.ts';
import { leaveOut } from '../net/leave-out.ts';
import type { Api } from './api.ts';
import { judgeLogin, type Login } from './judge-login.ts';
import { logIn, secretsOf, usernameOf } from './prove.ts';
import { wordsOf } from './shapes.ts';

/** A token is replaced this long before it expires, or at half its life when it is that short. */
const AHEAD = seconds(60);

interface Held {
  readonly login: Login;
  readonly renewAt: number;
  readonly deadAt: number;
}

/** Calls with a token of these credentials. Whoever calls at the same time shares one log-in. */
export interface Session {
  /**
   * Calls once more, with a new token, when the platform says that this one has expired. Every other 401 is final.
   * Throws `Refused` when the credentials or the scope do not do.
   */
  call(act: (token: Secret) => Promise<Answer>): Promise<Answer>;
}

/** Keeps tokens in memory only, each under a hash of everything it was given for: changed credentials never meet an old token. */
export function createSessions(clock: Clock) {
  const held = new Map<string, Promise<Held>>();

  const now = () => clock.now().getTime();
  /** Forgets the tokens that have died meanwhile. */
  const sweep = () => {
    for (const [key, entry] of held) {
      void entry.then(
        ({ deadAt }) => {
          if (deadAt < now() && held.get(key) === entry) held.delete(key);
        },
        () => {},
      );
    }
  };

  return function open(api: Api, access: PlatformAccess, manager: OfficeManager): Session {
    const key = keyOf(access, manager);

    const keep = (made: Promise<Held>): Promise<Held> => {
      held.set(key, made);
      void made.then(sweep, () => {
        if (held.get(key) === made) held.delete(key);
      });
      return made;
    };

    const fresh = async (): Promise<Held> => {
      const answer = await logIn(api, access, manager);
      if (answer.loggedIn) return hold(answer.login, now());
      throw new Refused(
        `NetSapiens at ${api.host} refused the log-in of ${usernameOf(manager)}: ${answer.why} (${answer.seen}).`,
        'Enter the Office Manager credentials again.',
      );
    };

    /** The old tokens die with the refresh, also when its answer is lost; then only the password is left. */
    const renewed = async (old: Login): Promise<Held> => {
      if (old.refreshToken === undefined) return await fresh();
      const answer = await api.token(access.clientId, access.clientSecret, { refreshToken: old.refreshToken });
      const judged = judgeLogin(answer, api.host, secretsOf(access, manager, old));
      return judged.loggedIn
        ? hold({ ...judged.login, refreshToken: judged.login.refreshToken ?? old.refreshToken }, now())
        : await fresh();
    };

    const current = async (): Promise<Held> => {
      const entry = held.get(key);
      if (entry === undefined) return await keep(fresh());
      const have = await entry;
      if (now() < have.renewAt) return have;
      return await replace(have);
    };

    /** The first who finds a token used up replaces it; whoever comes later gets what the first one got. */
    const replace = async (used: Held): Promise<Held> => {
      const entry = held.get(key);
      const have = await entry;
      if (have !== undefined && have !== used) return have;
      if (held.get(key) !== entry) return await current();
      return await keep(renewed(used.login));
    };

    return {
      async call(act) {
        let have = await current();
        for (let again = false; ; again = true) {
          const answer = await act(have.login.accessToken);
          if (answer.status !== 401) return answer;
          const secrets = secretsOf(access, manager, have.login);
          const words = leaveOut(wordsOf(answer.body), secrets);
          if (/APP001|invalid scope/i.test(words)) {
            throw new Refused(
              `${usernameOf(manager)} has scope ${leaveOut(have.login.scope, secrets)}, and NetSapiens says that this is too low (${words}).`,
              'Raise its scope to Office Manager, or use another account.',
            );
          }
          if (again || !/expired/i.test(words)) {
            held.delete(key);
            throw new Refused(
              `NetSapiens at ${api.host} refused the token of ${usernameOf(manager)} (${words || 'status 401 without a reason'}).`,
              'Try again; if it stays so, ask whoever runs the platform.',
            );
          }
          have = await replace(have);
        }
      },
    };
  };
}

function hold(login: Login, at: number): Held {
  const life = seconds(login.expiresIn);
  return { login, renewAt: at + life - Math.min(AHEAD, life / 2), deadAt: at + life };
}

function keyOf({ portalUrl, clientId, clientSecret }: PlatformAccess, manager: OfficeManager): string {
  const all = [portalUrl, clientId, clientSecret.reveal(), usernameOf(manager), manager.password.reveal()];
  return createHash('sha256').update(JSON.stringify(all)).digest('base64');
}
