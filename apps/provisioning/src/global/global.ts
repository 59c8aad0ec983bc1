import type { RequestHandler } from 'express';
import fresh from 'fresh';
import { admitted, readAsking, signInOf } from '../acrobits/enter.ts';
import type { Desk } from '../desk.ts';
import { answerUnchanged, answerXml } from '../http/answer.ts';

export const ACROBITS_GLOBAL = '/acrobits/global';

/** Global external provisioning: Quick Dial and dial actions, which are not part of an account. */
export function answerGlobal(desk: Desk): RequestHandler {
  return async (req, res) => {
    const asking = readAsking(desk, req, res);
    if (asking === undefined) return;
    const softphone = admitted(res, await signInOf(desk, req, asking, true));
    if (softphone === undefined) return;
    const { environment, template, typed } = asking;
    const book = await desk.books(environment, typed, template);
    if (book.validators === undefined) return answerXml(res, 200, await book.text());
    const { tag, modifiedAt } = book.validators;
    const validators = { ETag: `"${tag}"`, 'Last-Modified': modifiedAt.toUTCString() };
    // Not its Cache-Control: that is for caches on the way, and we are the source.
    const asked = { 'if-none-match': req.headers['if-none-match'], 'if-modified-since': req.headers['if-modified-since'] };
    const unchanged = fresh(asked, { etag: validators.ETag, 'last-modified': validators['Last-Modified'] });
    if (unchanged) return answerUnchanged(res, validators);
    answerXml(res, 200, await book.text(), validators);
  };
}
