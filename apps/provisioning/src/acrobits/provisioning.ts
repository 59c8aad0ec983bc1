import { type AccountContext, isGone, type PhoneSignedIn, REPROVISION, signedOutAccount } from '@enablement/core';
import type { Response } from 'express';
import type { Desk } from '../desk.ts';
import { answerXml } from '../http/answer.ts';
import { type Act, whenThere } from '../http/answering.ts';
import { createAccountWriter } from './account-writer.ts';
import { accountXml } from './account-xml.ts';
import { type Asking, admitted, readAsking, signInOf } from './enter.ts';

export const ACROBITS_PROVISIONING = '/acrobits/provisioning';

/** External provisioning, for the first sign-in and for every call after it. */
export function answerProvisioning(desk: Desk): Act {
  const address = `${desk.phonesUrl}${ACROBITS_PROVISIONING}`;
  const write = createAccountWriter({ parameters: desk.templates.parameters, address });

  function answer(res: Response, { environment, template, typed, parameters }: Asking, signedIn: PhoneSignedIn): void {
    if (signedIn.outcome === 'refused' && isGone(signedIn.why) && isRepeated(parameters)) {
      desk.tell(`${environment.cloudId}: a phone was signed out (${signedIn.why})`);
      const context: AccountContext = { environment, template, parameters: desk.templates.parameters, login: typed, address };
      answerXml(res, 200, accountXml(signedOutAccount(context)));
      return;
    }
    const softphone = admitted(res, signedIn);
    if (softphone === undefined) return;
    const password = (signedIn.outcome === 'signed in' ? signedIn.password : undefined) ?? typed.password;
    answerXml(res, 200, write(softphone, environment, template, { name: typed.name, password }));
  }

  return (req, res, parameters) => {
    const asking = readAsking(desk, res, parameters);
    return asking && whenThere(signInOf(desk, req, asking), (signedIn) => answer(res, asking, signedIn));
  };
}

/** Only a template of ours says so; `initialScreen=1` is how Acrobits' own sample marks the first call. */
const isRepeated = (parameters: Readonly<Record<string, unknown>>) =>
  (parameters[REPROVISION] === '1' || parameters[REPROVISION] === 'true') && parameters.initialScreen !== '1';
