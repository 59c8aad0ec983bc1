import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type NextFunction, type Request, type Response } from 'express';
import { createDeliver, type Deliver, type Delivery } from './bot-side/deliver.ts';
import { responseRoute } from './bot-side/response-route.ts';
import { createSockets } from './bot-side/sockets.ts';
import { type Clock, createClock } from './clock.ts';
import { control } from './control/routes.ts';
import { createFaults } from './faults.ts';
import { createLimits } from './limits.ts';
import { createCodes } from './oauth/codes.ts';
import { consent } from './oauth/routes.ts';
import { page } from './page/routes.ts';
import { createResponseUrls } from './response-urls.ts';
import { globex, northwind } from './seed.ts';
import { defaults, type Settings } from './settings.ts';
import type { Slack } from './slack.ts';
import { createSlacks, type Slacks } from './slacks.ts';
import { createSwitches } from './switches.ts';
import { createTraffic } from './traffic.ts';
import { createTriggers } from './triggers.ts';
import { fileRoutes } from './web-api/files.ts';
import { webApi } from './web-api/routes.ts';
import { createWorkspace, type Workspace } from './workspace.ts';

/** The workspaces, listening. */
export interface Started {
  /** `http://127.0.0.1:4100` */
  readonly url: string;
  /** The one where the app is at home. */
  readonly slack: Slack;
  readonly slacks: Slacks;
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

/** Nothing reaches the app from a workspace that has not installed it. */
const deliverFrom = (workspace: Workspace, deliver: Deliver): Deliver =>
  Object.assign(
    async (delivery: Delivery) =>
      workspace.access === undefined && delivery.farewell !== true ? ({ result: 'unreachable' } as const) : deliver(delivery),
    { again: deliver.again },
  );

/**
 * Starts fresh workspaces.
 * @param given what differs from the defaults; `port: 0` takes a free one
 * @param clock the workspaces' time
 */
export async function start(given: Partial<Settings> = {}, clock: Clock = createClock()): Promise<Started> {
  const settings = { ...defaults, ...given };
  const server = createServer();
  const faults = createFaults();
  const { botToken, appToken, signingSecret, clientSecret, botUrl, commands } = settings;
  const home = { token: botToken, scopes: settings.scopes ?? [] };
  const workspaces = [createWorkspace(clock, () => northwind(home)), createWorkspace(clock, globex)] as const;
  const dead: Slack['dead'] = new Map();
  const tokens = () => workspaces.flatMap(({ access }) => (access === undefined ? [] : [access.token]));
  const traffic = createTraffic(clock, () => [botToken, appToken, signingSecret, clientSecret, ...tokens(), ...dead.keys()]);
  const sockets = createSockets(server, faults.isDown);
  const deliver = createDeliver({ clock, faults, traffic, sockets, botUrl, signingSecret });
  const shared = {
    ...{ settings, clock, traffic, faults, sockets, commands, dead, baseUrl: '' },
    triggers: createTriggers(clock),
    responseUrls: createResponseUrls(clock),
    switches: createSwitches(),
    limits: createLimits(clock),
    codes: createCodes(clock),
  };
  const slackOf = (workspace: Workspace): Slack => ({ ...shared, workspace, deliver: deliverFrom(workspace, deliver) });
  const slacks = createSlacks([slackOf(workspaces[0]), slackOf(workspaces[1])]);

  const web = express();
  web.disable('x-powered-by');
  web.use('/api', webApi(slacks));
  web.use('/hooks', responseRoute(slacks));
  web.use('/oauth/v2', consent(slacks));
  web.use('/files-pri', fileRoutes(slacks));
  web.use('/_slack', control(slacks));
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
  const url = `http://${settings.host === '0.0.0.0' ? '127.0.0.1' : settings.host}:${port}`;
  for (const slack of slacks.all) slack.baseUrl = url;

  return {
    url,
    slack: slacks.first,
    slacks,
    async stop() {
      const closed = once(server, 'close');
      sockets.disconnect('kill');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
