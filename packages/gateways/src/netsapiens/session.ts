import { createHash } from 'node:crypto';
import { type Clock, Refused, type Secret, seconds } from '@enablement/core';
import type { Answer } from '../net/answer.ts';
import { leaveOut } from '../net/leave-out.ts';
import type { Calls } from './calls.ts';
import type { Login } from './judge-login.ts';
import { type Account, logIn, type OauthClient, refresh, secretsOf } from './log-in.ts';
import { isExpired, isScopeTooLow, wordsOf } from './shapes.ts';

/** A token is replaced this long before it expires, or at half its life when it is that short. */
const AHEAD = seconds(60);

interface Held {
  readonly login: Login;
  readonly renewAt: number;
  readonly deadAt: number;
}

/** Calls in the name of somebody. */
export interface Session {
  /**
   * Calls with a token, and never gives a 401 back: one that says "expired" is called once more with a new token, every other is final.
   * `secrets` is what must not be quoted from the answer.
   * Throws `Refused` when the credentials or the scope do not do.
   */
  call(act: (token: Secret) => Promise<Answer>): Promise<{ readonly answer: Answer; readonly secrets: readonly string[] }>;
  /** Throws `Refused` when it is known beforehand that these credentials may not write. */
  beforeWriting(): Promise<void>;
}

/**
 * Keeps tokens in memory only, each under a hash of everything it was given for: changed credentials never meet an old token, and
 * whoever calls at the same time shares one log-in.
 */
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

  return function open(calls: Calls, client: OauthClient, account: Account): Session {
    const key = keyOf(calls.host, client, account);

    const keep = (made: Promise<Held>): Promise<Held> => {
      held.set(key, made);
      void made.then(sweep, () => {
        if (held.get(key) === made) held.delete(key);
      });
      return made;
    };

    const fresh = async (): Promise<Held> => {
      const answer = await logIn(calls, client, account);
      if (answer.loggedIn) return hold(answer.login, now());
      throw new Refused(
        `NetSapiens at ${calls.host} refused the log-in of ${account.username}: ${answer.why} (${answer.seen}).`,
        'Enter its credentials again.',
      );
    };

    /** When the refresh is refused, only the password is left. */
    const renewed = async (old: Login): Promise<Held> => {
      const { refreshToken } = old;
      if (refreshToken === undefined) return await fresh();
      const judged = await refresh(calls, client, refreshToken, secretsOf(client, account, old));
      return judged.loggedIn
        ? hold({ ...judged.login, refreshToken: judged.login.refreshToken ?? refreshToken }, now())
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
          const secrets = secretsOf(client, account, have.login);
          if (answer.status !== 401) return { answer, secrets };
          const words = leaveOut(wordsOf(answer.body), secrets);
          if (isScopeTooLow(answer.body)) {
            throw new Refused(
              `${account.username} has scope ${leaveOut(have.login.scope, secrets)}, and NetSapiens says that this is too low (${words}).`,
              'Raise its scope to Office Manager, or use another account.',
            );
          }
          if (again || !isExpired(answer.body)) {
            held.delete(key);
            throw new Refused(
              `NetSapiens at ${calls.host} refused the token of ${account.username} (${words || 'status 401 without a reason'}).`,
              'Try again; if it stays so, ask whoever runs the platform.',
            );
          }
          have = await replace(have);
        }
      },
      // What a person may write shows only when it is tried.
      beforeWriting: async () => {},
    };
  };
}

function hold(login: Login, at: number): Held {
  const life = seconds(login.expiresIn);
  return { login, renewAt: at + life - Math.min(AHEAD, life / 2), deadAt: at + life };
}

function keyOf(host: string, { clientId, clientSecret }: OauthClient, { username, password }: Account): string {
  const all = [host, clientId, clientSecret.reveal(), username, password.reveal()];
  return createHash('sha256').update(JSON.stringify(all)).digest('base64');
}
