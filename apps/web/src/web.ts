import type { Duration, Ports } from '@enablement/core';
import express, { type Express } from 'express';
import { acrobitsPages } from './acrobits/routes.ts';
import { auditPages } from './audit/routes.ts';
import { serveAssets } from './http/assets.ts';
import { createFormGuard } from './http/csrf.ts';
import { deadline } from './http/deadline.ts';
import { answerFailures, notFound, only } from './http/failures.ts';
import { protect } from './http/headers.ts';
import { type Healthy, serveHealth } from './http/health.ts';
import { type Log, logRequests } from './http/log.ts';
import { homePage } from './pages/home.ts';
import { send } from './pages/page.ts';
import { type RunNeeds, runPages } from './run/routes.ts';
import { secretPages } from './secret-link/routes.ts';

export interface WebOptions {
  /** Asks the database something small; rejects when it does not answer. */
  readonly healthy?: Healthy;
  readonly log?: Log;
  /** How long a request may take before the person is told to come back, 20 seconds unless given. */
  readonly patience?: Duration;
  /** How many proxies of ours stand in front, none unless given. */
  readonly trustProxy?: number;
}

/** The pages for people who are not in Slack, or must not type a secret there. */
export function createWeb(
  ports: Pick<Ports, 'audit' | 'auditPages' | 'register' | 'links' | 'vault' | 'network' | 'clock' | 'settings'> & RunNeeds,
  { healthy = async () => {}, log = console.log, patience, trustProxy = 0 }: WebOptions = {},
): Express {
  const secure = ports.settings.publicUrl.startsWith('https://');
  const guard = createFormGuard({ secure });
  const app = express();
  app.disable('x-powered-by').disable('etag').set('trust proxy', trustProxy);
  app.use(logRequests(log), ...protect({ secure }), deadline(patience));
  app.use(serveAssets(), serveHealth(healthy));
  app.get('/', (_req, res) => send(res, homePage()));
  app.all('/', only('GET, HEAD'));
  app.use(secretPages(ports, guard), acrobitsPages(ports, guard), auditPages(ports, guard), runPages(ports));
  app.use(notFound, answerFailures(log));
  return app;
}
