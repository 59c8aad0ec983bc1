import { type AccountContext, accountOf, isGone, REPROVISION, signedOutAccount } from '@enablement/core';
import type { RequestHandler } from 'express';
import type { Desk } from '../desk.ts';
import { answerXml } from '../http/answer.ts';
import { accountXml } from './account-xml.ts';
import { admitted, readAsking, signInOf } from './enter.ts';

export const ACROBITS_PROVISIONING = '/acrobits/provisioning';

/** External provisioning, for the first sign-in and for every call after it. */
export function answerProvisioning(desk: Desk): RequestHandler {
  const address = `${desk.phonesUrl}${ACROBITS_PROVISIONING}`;
  return async (req, res) => {
    const asking = readAsking(desk, req, res);
    if (asking === undefined) return;
    const { environment, template, typed } = asking;
    const context: AccountContext = { environment, template, parameters: desk.templates.parameters, login: typed, address };
    const signedIn = await signInOf(desk, req, asking);
    if (signedIn.outcome === 'refused' && isGone(signedIn.why) && isRepeated(asking.parameters)) {
      desk.tell(`${environment.cloudId}: a phone was signed out (${signedIn.why})`);
      return answerXml(res, 200, accountXml(signedOutAccount(context)));
    }
    const softphone = admitted(res, signedIn);
    if (softphone === undefined) return;
    const password = (signedIn.outcome === 'signed in' ? signedIn.password : undefined) ?? typed.password;
    answerXml(res, 200, accountXml(accountOf(softphone, { ...context, login: { ...typed, password } })));
  };
}

/** Only a template of ours says so; `initialScreen=1` is how Acrobits' own sample marks the first call. */
const isRepeated = (parameters: Readonly<Record<string, unknown>>) =>
  (parameters[REPROVISION] === '1' || parameters[REPROVISION] === 'true') && parameters.initialScreen !== '1';
