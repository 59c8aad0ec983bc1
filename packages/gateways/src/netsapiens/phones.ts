import {
  type Admission,
  type Environment,
  type PhoneLogin,
  type PhonePlatform,
  Refused,
  type Unadmitted,
} from '@enablement/core';
import { type Answer, isHtml } from '../net/answer.ts';
import type { Calls } from './calls.ts';
import { callsTo, type NetsapiensOptions, waitingOf } from './client.ts';
import { contactsOf } from './contact.ts';
import type { Login, LoginAnswer } from './judge-login.ts';
import { logIn, secretsOf } from './log-in.ts';
import { createAsking, createReader } from './reader.ts';
import type { Session } from './session.ts';
import { isScopeTooLow } from './shapes.ts';
import { readOrCreateSoftphone, whoIs } from './softphone.ts';
import { createWriter } from './writer.ts';

/** Scopes that log in and are nobody who calls. */
const NO_PERSON = new Set(['No Portal', 'NDP']);

class ScopeTooLow extends Refused {}

/** NetSapiens as phones need it: everything in the user's own name, with a token that is used for this and thrown away. */
export function createPhonePlatform(options: NetsapiensOptions): PhonePlatform {
  async function enter(environment: Environment, login: PhoneLogin) {
    const calls = callsTo(environment.portalUrl, options);
    const account = { username: login.name, password: login.password };
    const answer = await logIn(calls, environment, account);
    if (!answer.loggedIn) return { why: reasonOf(answer, environment) };
    if (NO_PERSON.has(answer.login.scope)) return { why: 'scope too low' as const };
    const session = sessionOf(calls, answer.login, secretsOf(environment, account, answer.login));
    const ask = createAsking(calls, session);
    const reader = createReader(ask);
    const writer = createWriter(ask, reader, {
      ...waitingOf(options),
      session,
      mayWrite: true,
      subscriptionsTurn: async () => undefined,
    });
    return { login: answer.login, reader, writer };
  }

  return {
    async admit(environment, login, letter, known) {
      const entered = await enter(environment, login);
      if ('why' in entered) return refused(entered.why);
      // The log-in itself tells when a name has come to belong to somebody else.
      const { user, domain } = entered.login;
      if (known !== undefined && (user ?? known.user) === known.user && (domain ?? known.domain) === known.domain)
        return { admitted: true, softphone: known };
      try {
        return { admitted: true, softphone: await readOrCreateSoftphone(entered, letter) };
      } catch (error) {
        if (error instanceof ScopeTooLow) return refused('scope too low');
        throw error;
      }
    },

    async contacts(environment, login) {
      const entered = await enter(environment, login);
      if ('why' in entered)
        throw new Refused(`NetSapiens does not let this user in any more (${entered.why}).`, 'Sign in again.');
      return await contactsOf(entered.reader, await whoIs(entered));
    },
  };
}

const refused = (why: Unadmitted): Admission => ({ admitted: false, why });

/** No text is published for a locked account; these words are what a platform would say (inferred). */
const LOCKED = /\b(lock|disabl|suspend|deactivat)/i;

function reasonOf(answer: Extract<LoginAnswer, { loggedIn: false }>, { clientId }: Environment): Unadmitted {
  switch (answer.why) {
    case 'wrong client':
      throw new Refused(
        `NetSapiens refuses the OAuth client ${clientId} (${answer.seen}).`,
        'Check its client ID and secret; until then phones get their last answer.',
      );
    case 'MFA on':
      return 'second factor';
    case 'no secure password':
      return 'no secure password';
    case 'wrong password':
      return LOCKED.test(answer.seen) ? 'locked' : 'wrong login';
  }
}

/** One token, for the few calls that follow its log-in. */
function sessionOf(calls: Calls, login: Login, secrets: readonly string[]): Session {
  const denied = (answer: Answer) =>
    (answer.status === 403 && !isHtml(answer)) || (answer.status === 401 && isScopeTooLow(answer.body));
  return {
    async call(act) {
      const answer = await act(login.accessToken);
      if (denied(answer)) throw new ScopeTooLow('This user may not read its own device.', 'Raise its scope.');
      if (answer.status === 401)
        throw new Refused(
          `NetSapiens at ${calls.host} refused the token that it had just given.`,
          'Ask whoever runs the platform.',
        );
      return { answer, secrets };
    },
    beforeWriting: async () => undefined,
  };
}
