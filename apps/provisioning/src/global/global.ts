import type { Book, PhoneSignedIn } from '@enablement/core';
import type { Request, Response } from 'express';
import fresh from 'fresh';
import { type Asking, admitted, readAsking, signInOf } from '../acrobits/enter.ts';
import type { Desk } from '../desk.ts';
import { answerUnchanged, answerXml } from '../http/answer.ts';
import { type Act, whenThere } from '../http/answering.ts';

export const ACROBITS_GLOBAL = '/acrobits/global';

/** Global external provisioning: Quick Dial and dial actions, which are not part of an account. */
export function answerGlobal(desk: Desk): Act {
  return (req, res, parameters) => {
    const asking = readAsking(desk, res, parameters);
    return asking && whenThere(signInOf(desk, req, asking, true), (signedIn) => show(desk, req, res, asking, signedIn));
  };
}

function show(
  desk: Desk,
  req: Request,
  res: Response,
  { environment, typed, template }: Asking,
  signedIn: PhoneSignedIn,
): unknown {
  if (admitted(res, signedIn) === undefined) return undefined;
  return whenThere(desk.books(environment, typed, template), (book) => send(req, res, book));
}

function send(req: Request, res: Response, { validators, text }: Book): unknown {
  if (validators === undefined) return whenThere(text(), (whole) => answerXml(res, 200, whole));
  const { tag, modifiedAt } = validators;
  const headers = { ETag: `"${tag}"`, 'Last-Modified': modifiedAt.toUTCString() };
  // Not the phone's Cache-Control: that is for caches on the way, and we are the source.
  const asked = { 'if-none-match': req.headers['if-none-match'], 'if-modified-since': req.headers['if-modified-since'] };
  if (fresh(asked, { etag: headers.ETag, 'last-modified': headers['Last-Modified'] })) return answerUnchanged(res, headers);
  return whenThere(text(), (whole) => answerXml(res, 200, whole, headers));
}
