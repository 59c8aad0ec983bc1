import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type NextFunction, type Request, type Response } from 'express';
import { createDeliver } from './bot-side/deliver.ts';
import { responseRoute } from './bot-side/response-route.ts';
import { createSockets } from './bot-side/sockets.ts';
import { type Clock, createClock } from './clock.ts';
import { control } from './control/routes.ts';
import { createFaults } from './faults.ts';
import { page } from './page/routes.ts';
import { createResponseUrls } from './response-urls.ts';
import { defaults, type Settings } from './settings.ts';
import type { Slack } from './slack.ts';
import { createSwitches } from './switches.ts';
import { createTraffic } from './traffic.ts';
import { createTriggers } from './triggers.ts';
import { webApi } from './web-api/routes.ts';
import { createWorkspace } from './workspace.ts';

/** A workspace that listens. */
export interface Started {
  /** `http://127.0.0.1:4100` */
  readonly url: string;
  readonly slack: Slack;
  stop(): Promise<void>;
}

/** Slack answers a body that it cannot read like any other mistake; nothing here ends in a stack. */
function explain(error: unknown, request: Request, response: Response, next: NextFunction): void {
  if (response.headersSent) {
    next(error);
    return;
  }
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500;
  if (status >= 500) process.stderr.write(`slack-workspace: ${error instanceof Error ? error.message : String(error)}\n`);
  const isApi = request.path.startsWith('/api/');
  const word = status === 413 ? 'request_too_large' : status < 500 ? 'invalid_json' : 'internal_error';
  response.status(isApi && status < 500 ? 200 : status).json({ ok: false, error: word });
}

/**
 * Starts a fresh workspace.
 * @param given what differs from the defaults; `port: 0` takes a free one
 * @param clock the workspace's time
 */
export async function start(given: Partial<Settings> = {}, clock: Clock = createClock()): Promise<Started> {
  const settings = { ...defaults, ...given };
  const server = createServer();
  const faults = createFaults();
  const traffic = createTraffic(clock, [settings.botToken, settings.appToken, settings.signingSecret]);
  const sockets = createSockets(server, faults.isDown);
  const { botUrl, signingSecret, commands } = settings;
  const deliver = createDeliver({ clock, faults, traffic, sockets, botUrl, signingSecret });
  const workspace = createWorkspace(clock);
  const triggers = createTriggers(clock);
  const responseUrls = createResponseUrls(clock);
  const slack: Slack = {
    settings,
    workspace,
    clock,
    triggers,
    responseUrls,
    traffic,
    faults,
    switches: createSwitches(),
    sockets,
    deliver,
    commands,
    baseUrl: '',
  };

  const web = express();
  web.disable('x-powered-by');
  web.use('/api', webApi(slack));
  web.use('/hooks', responseRoute(slack));
  web.use('/_slack', control(slack));
  web.use(page());
  web.get('/healthz', (_request, response) => {
    response.json({ ok: true });
  });
  web.use((_request, response) => {
    response.status(404).json({ ok: false, error: 'not_found' });
  });
  web.use(explain);
  server.on('request', web);

  server.listen(settings.port, settings.host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  slack.baseUrl = `http://${settings.host === '0.0.0.0' ? '127.0.0.1' : settings.host}:${port}`;

  return {
    url: slack.baseUrl,
    slack,
    async stop() {
      const closed = once(server, 'close');
      sockets.disconnect('kill');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
