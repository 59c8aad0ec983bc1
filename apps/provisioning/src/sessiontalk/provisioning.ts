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
  sessionTalkAccount,
  signedOut,
  tooManyTries,
  UNFIT_DOMAIN,
  UNKNOWN_CLOUD,
  Unreachable,
} from '@enablement/core';
import type { Request, RequestHandler } from 'express';
import type { Desk } from '../desk.ts';
import { answerJson } from '../http/answer.ts';

/** With a cloudId behind it when several environments are served: SessionTalk does not send one, but each ProviderId has its own address. */
export const SESSIONTALK = '/sessiontalk/provisioning';

const MOST_DEVICE = 200;

/** SessionTalk's external provisioning. Only 2xx is documented, so that whatever goes wrong is said in `errmsg`. */
export function answerSessionTalk(desk: Desk): RequestHandler {
  return async (req, res) => {
    const { username, password } = req.query;
    const missing = username === undefined || username === '' || password === undefined || password === '';
    if (missing) return answerJson(res, 400, frozen('User name and password are needed.'));
    answerJson(res, 200, await answerTo(desk, req));
  };
}

async function answerTo(desk: Desk, req: Request): Promise<SessionTalkAnswer> {
  const { username, password, reprovision, deviceId } = req.query;
  const environment = environmentOf(desk, req);
  if (environment === undefined) return frozen(UNKNOWN_CLOUD);
  const template = desk.templates.of(environment.cloudId);
  const typed = readLogin(username, password, template.defaultDomain);
  if (isUnfit(typed)) return frozen(`Check what you typed: ${typed.unfit}.`);
  // Without a name of its own all installations of one user count as one.
  const device = typeof deviceId === 'string' && deviceId !== '' ? deviceId.slice(0, MOST_DEVICE) : `of ${typed.name}`;
  const phone = { cloudId: environment.cloudId, device: device.replaceAll('\0', ' ') };
  // The relay is one address for everybody, so that an installation stands for itself.
  const signedIn = await desk.signIn({
    environment,
    ...typed,
    letter: template.deviceSuffix,
    source: `SessionTalk ${phone.device}`,
    app: 'sessiontalk',
    // A code is bound to an installation, and this one has no name to bind it to.
    device: typeof deviceId === 'string' && deviceId !== '' ? phone.device : undefined,
  });
  const again = reprovision === 'true';
  if (signedIn.outcome === 'signed in')
    return await deliver(desk, { environment, template, phone, name: typed.name, again }, signedIn);
  const answer = refusalOf(signedIn, again);
  if (answer.update) await noteIfPossible(desk, () => desk.deliveries.forget(phone));
  return answer;
}

interface Delivery {
  readonly environment: Environment;
  readonly template: PhoneTemplate;
  readonly phone: { readonly cloudId: string; readonly device: string };
  readonly name: string;
  readonly again: boolean;
}

async function deliver(
  desk: Desk,
  { environment, template, phone, name, again }: Delivery,
  { softphone }: Extract<PhoneSignedIn, { outcome: 'signed in' }>,
): Promise<SessionTalkAnswer> {
  const account = sessionTalkAccount(softphone, environment, template);
  if (account === undefined) return frozen(UNFIT_DOMAIN);
  const payload = `${name} ${JSON.stringify(account)}`;
  // When nobody knows what it got, a running phone is left alone.
  if (again && (await noteIfPossible(desk, () => desk.deliveries.has(phone, payload))) !== false) return AS_IT_IS;
  await noteIfPossible(desk, () => desk.deliveries.note(phone, payload));
  return delivered(account);
}

/** `undefined` when the database is away. */
async function noteIfPossible<T>({ tell }: Desk, act: () => Promise<T>): Promise<T | undefined> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    tell(`what a phone got could not be looked up or noted: ${error.message}`);
    return undefined;
  }
}

/** Deleted and disabled are different: the one loses its account, the other keeps it as it is. */
function refusalOf(signedIn: Exclude<PhoneSignedIn, { outcome: 'signed in' }>, again: boolean): SessionTalkAnswer {
  switch (signedIn.outcome) {
    case 'refused':
      return again && isGone(signedIn.why) && signedIn.why !== 'locked'
        ? signedOut(SENTENCES[signedIn.why])
        : frozen(SENTENCES[signedIn.why]);
    case 'too many tries':
      return frozen(tooManyTries(signedIn.retryAfter));
    case 'not now':
      return frozen(NOT_NOW);
  }
}

function environmentOf({ environments }: Desk, req: Request): Environment | undefined {
  const { cloudId } = req.params;
  return typeof cloudId === 'string' ? environments.get(plainCloudId(cloudId)) : environments.only();
}
