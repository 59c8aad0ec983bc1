import { App, type Logger, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { WebClient, type WebClientOptions } from '@slack/web-api';
import type { Desk } from './desk.ts';
import { listen } from './listeners.ts';
import type { Log } from './log.ts';
import type { Settings } from './settings.ts';

/**
 * The Bolt shell: signed HTTP under `/slack/events`, or Socket Mode when there is an app token. It starts without asking Slack
 * anything, so that Slack being down does not keep the workflows from running.
 */
export function createSlack(
  settings: Settings,
  desk: Desk,
  log: Log,
): { client: WebClient; start(): Promise<void>; stop(): Promise<void> } {
  const clientOptions = optionsFor(settings, log);
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
  const shared = {
    authorize: async () => ({ botToken: settings.SLACK_BOT_TOKEN }),
    clientOptions,
    logger: quiet(log),
    ignoreSelf: false,
  };
  const app =
    settings.SLACK_APP_TOKEN === undefined
      ? new App({ ...shared, signingSecret: settings.SLACK_SIGNING_SECRET, customRoutes: [healthz] })
      : new App({
          ...shared,
          receiver: new SocketModeReceiver({
            appToken: settings.SLACK_APP_TOKEN,
            logger: quiet(log),
            customRoutes: [healthz],
            installerOptions: { port: settings.PORT, clientOptions },
          }),
        });
  app.error(async (error) => log.error('answering Slack failed', error.original ?? error));
  listen(app, desk);

  return {
    // This one posts the cards. It never repeats a call by itself: posting has no idempotency key, so after a lost answer
    // the projector looks for its message before it posts another, and a repeat inside of the client would be a second card.
    client: new WebClient(settings.SLACK_BOT_TOKEN, { ...clientOptions, retryConfig: { retries: 0 } }),
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

/** A client for questions that a person or a step waits for: it gives up within two seconds, while a trigger still works. */
export const createQuickClient = (settings: Settings, log: Log): WebClient =>
  new WebClient(settings.SLACK_BOT_TOKEN, { ...optionsFor(settings, log), retryConfig: { retries: 0 }, timeout: 2_000 });

function optionsFor(settings: Settings, log: Log): WebClientOptions {
  return {
    ...(settings.SLACK_API_URL === undefined ? {} : { slackApiUrl: settings.SLACK_API_URL }),
    // Retries are ours: what must reach Slack is shown from the register until it does.
    retryConfig: { retries: 1 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    timeout: 10_000,
    logger: quiet(log),
  };
}

/** Bolt's debug level prints payloads, and payloads hold what people typed: only warnings and errors pass. */
function quiet(log: Log): Logger {
  const drop = () => undefined;
  return {
    debug: drop,
    info: drop,
    warn: (...words) => log.info(`Slack: ${words.join(' ')}`),
    error: (...words) => log.error('Slack', words[0] instanceof Error ? words[0] : new Error(words.join(' '))),
    setLevel: drop,
    getLevel: () => LogLevel.WARN,
    setName: drop,
  };
}
