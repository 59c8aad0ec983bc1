import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App } from '@slack/bolt';
import { createClock } from '../clock.ts';
import type { Fields } from '../json.ts';
import type { Settings } from '../settings.ts';
import { type Started, start } from '../start.ts';
import { silent } from './silent.ts';

/** A workspace and a real Bolt app that are connected to each other. */
export interface Pair {
  readonly workspace: Started;
  readonly bolt: App;
  /** Asks the control API by POST. */
  post(path: string, body?: Fields): Promise<Fields>;
  /** Asks the control API by GET. */
  get(path: string): Promise<Fields>;
  stop(): Promise<void>;
}

const commands = [{ command: '/enable-acrobits', description: 'Enable Cloud Softphone', usage_hint: '[status|help]' }];

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

export async function ask(url: string, body?: Fields): Promise<Fields> {
  const init =
    body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(url, init);
  return (await response.json()) as Fields;
}

/** Starts both. `wire` gives the app its listeners before anything can arrive. */
export async function pair(mode: 'http' | 'socket', wire: (bolt: App) => void, given: Partial<Settings> = {}): Promise<Pair> {
  const port = await freePort();
  const botUrl = `http://127.0.0.1:${port}/slack/events`;
  const workspace = await start({ port: 0, botUrl, commands, ...given }, createClock());
  const { settings } = workspace.slack;
  const ours = workspace.slack.workspace.app;
  const common = {
    token: settings.botToken,
    botId: ours.bot,
    botUserId: ours.botUser,
    logger: silent,
    deferInitialization: true,
    clientOptions: { slackApiUrl: `${workspace.url}/api/`, allowAbsoluteUrls: false, retryConfig: { retries: 0 } },
  };
  const bolt =
    mode === 'http'
      ? new App({ ...common, signingSecret: settings.signingSecret })
      : new App({ ...common, socketMode: true, appToken: settings.appToken });
  wire(bolt);
  await bolt.init();
  await bolt.start(port);
  return {
    workspace,
    bolt,
    post: (path, body = {}) => ask(`${workspace.url}/_slack/${path}`, body),
    get: (path) => ask(`${workspace.url}/_slack/${path}`),
    async stop() {
      await bolt.stop();
      await workspace.stop();
    },
  };
}
