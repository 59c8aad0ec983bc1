import { App, SocketModeReceiver } from '@slack/bolt';
import type { CommandNames } from './commands/book.ts';
import type { HomeKeeper } from './home/home-keeper.ts';
import { hearHomes } from './home/open-home.ts';
import { listen } from './listeners.ts';
import type { Log } from './log.ts';
import type { Settings } from './settings.ts';
import { clientOptions, quiet } from './workspaces/client-options.ts';
import type { DeskOf } from './workspaces/desk-of.ts';
import { type Installing, installing } from './workspaces/installing.ts';
import { hearRemovals } from './workspaces/removals.ts';

interface Bot {
  readonly settings: Settings;
  readonly commands: CommandNames;
  readonly deskOf: DeskOf;
  readonly home: HomeKeeper;
  /** How several workspaces install the app; without it there is one, with the token of the settings. */
  readonly several?: Omit<Installing, 'settings' | 'log'> | undefined;
  readonly log: Log;
}

/**
 * The Bolt shell: signed HTTP under `/slack/events`, or Socket Mode when there is an app token. It starts without asking Slack
 * anything, so that Slack being down does not keep the workflows from running.
 */
export function createSlack({ settings, commands, deskOf, home, several, log }: Bot): {
  start(): Promise<void>;
  stop(): Promise<void>;
} {
  const options = clientOptions(settings, log);
  const logger = quiet(log);
  const shared = { clientOptions: options, logger, ignoreSelf: false };
  const access =
    several === undefined
      ? { authorize: async () => ({ ...(settings.SLACK_BOT_TOKEN === undefined ? {} : { botToken: settings.SLACK_BOT_TOKEN }) }) }
      : installing({ ...several, settings, log });
  const app =
    settings.SLACK_APP_TOKEN === undefined
      ? new App({ ...shared, ...access, signingSecret: settings.SLACK_SIGNING_SECRET, customRoutes: [healthz] })
      : overSocket(settings.SLACK_APP_TOKEN);
  app.error(async (error) => log.error('answering Slack failed', error.original ?? error));
  if (several !== undefined) hearRemovals(app, several.installations, log);
  listen(app, commands, deskOf);
  hearHomes(app, home);

  function overSocket(appToken: string): App {
    const { installerOptions = {}, ...oauth } = 'clientId' in access ? access : {};
    const receiver = new SocketModeReceiver({
      appToken,
      logger,
      customRoutes: [healthz],
      ...oauth,
      installerOptions: { clientOptions: options, ...installerOptions, port: settings.PORT },
    });
    return new App({ ...shared, receiver, ...('authorize' in access ? access : {}) });
  }

  return {
    async start() {
      await app.start({ port: settings.PORT, host: settings.HOST });
      const how =
        settings.SLACK_APP_TOKEN === undefined
          ? `on http://${settings.HOST}:${settings.PORT}/slack/events`
          : 'to Slack over Socket Mode';
      console.log(`bot listening ${how}`);
    },
    async stop() {
      await app.stop();
    },
  };
}

const healthz = {
  path: '/healthz',
  method: ['GET'],
  handler: (
    _request: unknown,
    response: { writeHead(status: number, headers: Record<string, string>): void; end(body: string): void },
  ) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end('{"ok":true}');
  },
};
