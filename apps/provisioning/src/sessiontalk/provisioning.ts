import {
  AS_IT_IS,
  delivered,
  type Environment,
  frozen,
  isGone,
  isUnfit,
  NOT_NOW,
  type PhoneSignedIn,
  type PhoneTemplate,
  plainCloudId,
  readLogin,
  SENTENCES,
  type SessionTalkAnswer,
  type Softphone,
  sessionTalkAccount,
  signedOut,
  tooManyTries,
  UNFIT_DOMAIN,
  UNKNOWN_CLOUD,
  Unreachable,
} from '@enablement/core';
import type { Request } from 'express';
import type { Desk } from '../desk.ts';
import { answerJson } from '../http/answer.ts';
import { type Act, whenThere } from '../http/answering.ts';
import { createLastGiven, type LastGiven } from './last-given.ts';

/** With a cloudId behind it when several environments are served: SessionTalk does not send one, but each ProviderId has its own address. */
export const SESSIONTALK = '/sessiontalk/provisioning';

const MOST_DEVICE = 200;

/** An installation that asks for somebody's account. */
interface Asking {
  readonly environment: Environment;
  readonly template: PhoneTemplate;
  readonly name: string;
  readonly phone: { readonly cloudId: string; readonly device: string };
  /** Not for the first time. */
  readonly again: boolean;
}

/** SessionTalk's external provisioning. Only 2xx is documented, so that whatever goes wrong is said in `errmsg`. */
export function answerSessionTalk(desk: Desk): Act {
  const given = createLastGiven();
  return (req, res, { username, password, reprovision, deviceId }) => {
    const say = (answer: SessionTalkAnswer) => answerJson(res, 200, answer);
    const missing = username === undefined || username === '' || password === undefined || password === '';
    if (missing) return answerJson(res, 400, frozen('User name and password are needed.'));
    const environment = environmentOf(desk, req);
    if (environment === undefined) return say(frozen(UNKNOWN_CLOUD));
    const template = desk.templates.of(environment.cloudId);
    const typed = readLogin(username, password, template.defaultDomain);
    if (isUnfit(typed)) return say(frozen(`Check what you typed: ${typed.unfit}.`));
    const { name } = typed;
    // Without a name of its own all installations of one user count as one.
    const own =
      typeof deviceId === 'string' && deviceId !== '' ? deviceId.slice(0, MOST_DEVICE).replaceAll('\0', ' ') : undefined;
    const phone = { cloudId: environment.cloudId, device: own ?? `of ${name}` };
    const asking = { environment, template, name, phone, again: reprovision === 'true' };
    const letter = template.deviceSuffix;
    // The relay is one address for everybody, so that an installation stands for itself.
    const from = () => ({ source: `SessionTalk ${phone.device}` });
    const attempt = { environment, name, password: typed.password, letter, from };
    // A code is bound to an installation, so that it needs one with a name.
    const signedIn = desk.signIn({ ...attempt, app: 'sessiontalk', device: own });
    return whenThere(signedIn, (outcome) => whenThere(answerTo(desk, given, asking, outcome), say));
  };
}

function answerTo(
  desk: Desk,
  given: LastGiven,
  asking: Asking,
  signedIn: PhoneSignedIn,
): SessionTalkAnswer | Promise<SessionTalkAnswer> {
  if (signedIn.outcome !== 'signed in') return refuse(desk, given, asking, signedIn);
  if (asking.again && given.is(asking.phone, signedIn.softphone, asking.environment)) return AS_IT_IS;
  return deliver(desk, given, asking, signedIn.softphone);
}

async function deliver(desk: Desk, given: LastGiven, asking: Asking, softphone: Softphone): Promise<SessionTalkAnswer> {
  const { environment, template, phone, name, again } = asking;
  const account = sessionTalkAccount(softphone, environment, template);
  if (account === undefined) return frozen(UNFIT_DOMAIN);
  const payload = `${name} ${JSON.stringify(account)}`;
  const had = again ? await ifPossible(desk, () => desk.deliveries.has(phone, payload)) : false;
  // When nobody knows what it got, a running phone is left alone.
  if (had === undefined) return AS_IT_IS;
  if (!had) await ifPossible(desk, () => desk.deliveries.note(phone, payload));
  given.set(phone, softphone, environment);
  return had ? AS_IT_IS : delivered(account);
}

/** Deleted and disabled are different: the one loses its account, the other keeps it as it is. */
async function refuse(
  desk: Desk,
  given: LastGiven,
  { phone, again }: Asking,
  signedIn: Exclude<PhoneSignedIn, { outcome: 'signed in' }>,
): Promise<SessionTalkAnswer> {
  switch (signedIn.outcome) {
    case 'refused': {
      const { why } = signedIn;
      if (!again || !isGone(why) || why === 'locked') return frozen(SENTENCES[why]);
      given.drop(phone);
      await ifPossible(desk, () => desk.deliveries.forget(phone));
      return signedOut(SENTENCES[why]);
    }
    case 'too many tries':
      return frozen(tooManyTries(signedIn.retryAfter));
    case 'not now':
      return frozen(NOT_NOW);
  }
}

/** `undefined` when the database is away. */
async function ifPossible<T>({ tell }: Desk, act: () => Promise<T>): Promise<T | undefined> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    tell(`what a phone got could not be looked up or noted: ${error.message}`);
    return undefined;
  }
}

function environmentOf({ environments }: Desk, req: Request): Environment | undefined {
  const { cloudId } = req.params;
  return typeof cloudId === 'string' ? environments.get(plainCloudId(cloudId)) : environments.only();
}
