import { type Duration, NOT_NOW, seconds } from '@enablement/core';
import express, { type Express, type RequestHandler } from 'express';
import { refuse } from './acrobits/enter.ts';
import { ACROBITS_PROVISIONING, answerProvisioning } from './acrobits/provisioning.ts';
import type { Desk } from './desk.ts';
import { ACROBITS_GLOBAL, answerGlobal } from './global/global.ts';
import { answerJson } from './http/answer.ts';
import { failing } from './http/failures.ts';
import { type Healthy, serveHealth } from './http/health.ts';
import { readBody } from './http/parameters.ts';
import { answerSessionTalk, SESSIONTALK } from './sessiontalk/provisioning.ts';

export interface ProvisioningOptions {
  readonly healthy?: Healthy;
  /** How many proxies of ours stand in front, none unless given. */
  readonly trustProxy?: number;
  /** How long a phone is kept waiting, 20 seconds unless given. */
  readonly patience?: Duration;
}

/** What phones call. */
export function createProvisioning(
  desk: Desk,
  { healthy = async () => {}, trustProxy = 0, patience = seconds(20) }: ProvisioningOptions = {},
): Express {
  const app = express();
  app.disable('x-powered-by').disable('etag').set('trust proxy', trustProxy).set('query parser', 'simple');
  const tooSlow = deadline(patience);

  for (const [path, answer] of [
    [ACROBITS_PROVISIONING, answerProvisioning(desk)],
    [ACROBITS_GLOBAL, answerGlobal(desk)],
  ] as const) {
    app.all(path, onlyOf('GET', 'POST'), readBody, tooSlow, answer);
  }
  app.all([SESSIONTALK, `${SESSIONTALK}/:cloudId`], onlyOf('GET'), tooSlow, answerSessionTalk(desk));
  app.use(
    SESSIONTALK,
    failing((res, { message }) => answerJson(res, 200, errmsg(message)), desk.tell),
  );
  app.use(serveHealth(healthy));
  app.use((_req, res) => refuse(res, 404, 'There is nothing here. Check the address in the portal’s settings.'));
  app.use(
    failing(
      (res, { status, message, retryAfter }) =>
        refuse(res, status, message, retryAfter === undefined ? undefined : seconds(Number(retryAfter))),
      desk.tell,
    ),
  );
  return app;
}

const errmsg = (message: string) => ({ update: false, sipaccounts: [], errmsg: message });

function onlyOf(...methods: readonly string[]): RequestHandler {
  const allowed = methods.join(', ');
  const sentence = `Only ${methods.join(' and ')} can be used here.`;
  return (req, res, next) => {
    if (methods.includes(req.method)) return next();
    res.setHeader('Allow', allowed);
    if (methods.length === 1) return answerJson(res, 405, errmsg(sentence));
    refuse(res, 405, sentence);
  };
}

/** Nobody is kept waiting longer, whatever is waited for. */
function deadline(limit: Duration): RequestHandler {
  return (req, res, next) => {
    const timer = setTimeout(() => {
      if (res.headersSent) return;
      if (req.path.startsWith(SESSIONTALK)) answerJson(res, 200, errmsg(NOT_NOW));
      else refuse(res, 503, NOT_NOW, seconds(30));
    }, limit);
    res.once('close', () => clearTimeout(timer));
    next();
  };
}
