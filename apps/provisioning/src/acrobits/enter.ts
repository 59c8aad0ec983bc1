import {
  type Duration,
  type Environment,
  isUnfit,
  NOT_NOW,
  type PhoneSignedIn,
  type PhoneTemplate,
  readCloudId,
  readLogin,
  SENTENCES,
  type Softphone,
  seconds,
  type Typed,
  tooManyTries,
  UNKNOWN_CLOUD,
} from '@enablement/core';
import type { Request, Response } from 'express';
import type { Desk } from '../desk.ts';
import { answerXml } from '../http/answer.ts';
import type { Parameters } from '../http/parameters.ts';
import { addressOf } from '../http/source.ts';
import { errorDocument } from '../xml.ts';

/** Who asks, before anybody knows whether it is true. */
export interface Asking {
  readonly environment: Environment;
  readonly template: PhoneTemplate;
  readonly typed: Typed;
  readonly parameters: Parameters;
}

/** An error as the app shows it: `<error><message>`. */
export const refuse = (res: Response, status: number, message: string, retryAfter?: Duration): void =>
  answerXml(res, status, errorDocument(message), {
    'Retry-After': retryAfter === undefined ? undefined : String(Math.max(1, Math.ceil(retryAfter / seconds(1)))),
  });

/** The three values that every call of Acrobits' app carries; answers 400 and gives nothing when one is missing or cannot be right. */
export function readAsking({ environments, templates }: Desk, res: Response, parameters: Parameters): Asking | undefined {
  const names = templates.parameters;
  const cloud = readCloudId(parameters[names.cloudId]);
  if (isUnfit(cloud)) return void refuse(res, 400, sentence(cloud.unfit));
  const environment = environments.get(cloud.cloudId);
  if (environment === undefined) return void refuse(res, 400, UNKNOWN_CLOUD);
  const template = templates.of(cloud.cloudId);
  const typed = readLogin(parameters[names.username], parameters[names.password], template.defaultDomain);
  if (isUnfit(typed)) return void refuse(res, 400, sentence(typed.unfit));
  return { environment, template, typed, parameters };
}

/** @param looking asks who it is, and signs nobody in */
export const signInOf = (
  { signIn }: Desk,
  req: Request,
  { environment, template, typed }: Asking,
  looking = false,
): PhoneSignedIn | Promise<PhoneSignedIn> =>
  signIn({
    environment,
    name: typed.name,
    password: typed.password,
    letter: template.deviceSuffix,
    from: () => {
      const address = addressOf(req);
      return { source: address, address };
    },
    app: 'acrobits',
    looking,
  });

/** Answers whoever is not let in; gives back the softphone of whoever is. */
export function admitted(res: Response, signedIn: PhoneSignedIn): Softphone | undefined {
  switch (signedIn.outcome) {
    case 'signed in':
      return signedIn.softphone;
    case 'refused':
      return void refuse(res, 403, SENTENCES[signedIn.why]);
    case 'too many tries':
      return void refuse(res, 429, tooManyTries(signedIn.retryAfter), signedIn.retryAfter);
    case 'not now':
      return void refuse(res, 503, NOT_NOW, signedIn.retryAfter);
  }
}

const sentence = (unfit: string) => `${unfit.charAt(0).toUpperCase()}${unfit.slice(1)}.`;
