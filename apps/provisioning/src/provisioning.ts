import { type Duration, frozen, NOT_NOW, seconds } from '@enablement/core';
import express, { type Express } from 'express';
import { refuse } from './acrobits/enter.ts';
import { ACROBITS_PROVISIONING, answerProvisioning } from './acrobits/provisioning.ts';
import type { Desk } from './desk.ts';
import { ACROBITS_GLOBAL, answerGlobal } from './global/global.ts';
import { answerJson } from './http/answer.ts';
import { answering, type Say } from './http/answering.ts';
import { failing } from './http/failures.ts';
import { type Healthy, serveHealth } from './http/health.ts';
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
  app.disable('x-powered-by').disable('etag').set('trust proxy', trustProxy).set('query parser', false);

  const acrobits = { methods: ['GET', 'POST'] as const, patience, say: inXml };
  app.all(ACROBITS_PROVISIONING, answering(acrobits, answerProvisioning(desk)));
  app.all(ACROBITS_GLOBAL, answering(acrobits, answerGlobal(desk)));
  const sessionTalk = answering({ methods: ['GET'], patience, say: inJson }, answerSessionTalk(desk));
  app.all(SESSIONTALK, sessionTalk).all(`${SESSIONTALK}/:cloudId`, sessionTalk);
  app.use(
    SESSIONTALK,
    failing((res, { message }) => answerJson(res, 200, frozen(message)), desk.tell),
  );
  app.use(serveHealth(healthy));
  app.use((_req, res) => refuse(res, 404, 'There is nothing here. Check the address in the portal’s settings.'));
  app.use(failing((res, { status, message, retryAfter }) => refuse(res, status, message, retryAfter), desk.tell));
  return app;
}

const inXml: Say = (res, status, message) => refuse(res, status, message, message === NOT_NOW ? seconds(30) : undefined);
/** Only 2xx is documented, and a wrong method is nothing that an app does. */
const inJson: Say = (res, status, message) => answerJson(res, status === 405 ? 405 : 200, frozen(message));
