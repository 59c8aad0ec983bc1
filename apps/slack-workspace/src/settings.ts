import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** A slash command that the app has registered with Slack. */
export const Command = z.object({
  command: z.string().regex(/^\/[a-z0-9_-]{1,32}$/, 'a command is a slash and up to 32 of a-z, 0-9, - and _'),
  description: z.string().default(''),
  usage_hint: z.string().default(''),
});
export type Command = z.infer<typeof Command>;

export interface Settings {
  readonly host: string;
  readonly port: number;
  readonly signingSecret: string;
  readonly botToken: string;
  readonly appToken: string;
  /** Where the app takes Slack's requests. */
  readonly botUrl: string;
  /** The app's own credentials, with which workspaces install it. */
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where the browser may be sent back to; an address matches that begins with one of them. */
  readonly redirectUrls: readonly string[];
  readonly commands: readonly Command[];
  /** What the app's manifest asks for; undefined without a manifest, and then nothing is withheld. */
  readonly scopes: readonly string[] | undefined;
  /** The events that it subscribes to; the same. */
  readonly events: readonly string[] | undefined;
}

export const defaults: Settings = {
  host: '127.0.0.1',
  port: 4100,
  signingSecret: 'local-signing-secret',
  botToken: 'xoxb-local',
  appToken: 'xapp-local',
  botUrl: 'http://127.0.0.1:4200/slack/events',
  clientId: 'local-client-id',
  clientSecret: 'local-client-secret',
  redirectUrls: ['http://127.0.0.1:4200/slack/oauth_redirect'],
  commands: [],
  scopes: undefined,
  events: undefined,
};

/** A setting that is missing or malformed; the message is one sentence that names the variable. */
export class Misconfigured extends Error {
  override readonly name = 'Misconfigured';
}

const Manifest = z.object({
  features: z.object({ slash_commands: z.array(Command).default([]) }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()).optional() }).optional() }).optional(),
  settings: z.object({ event_subscriptions: z.object({ bot_events: z.array(z.string()).default([]) }).optional() }).optional(),
});
const manifest = fileURLToPath(new URL('../../bot/manifest.json', import.meta.url));

type Registered = Pick<Settings, 'commands' | 'scopes' | 'events'>;
const unregistered = { scopes: undefined, events: undefined };

/** What the app has registered with Slack: a list of commands, or the manifest at a path with its commands, scopes and events. */
function readRegistered(value: string | undefined): Registered {
  const given = value?.trim() ?? '';
  if (given === '' && !existsSync(manifest)) return { ...unregistered, commands: [] };
  try {
    if (given.startsWith('[')) return { ...unregistered, commands: z.array(Command).parse(JSON.parse(given)) };
    const file: unknown = JSON.parse(readFileSync(given === '' ? manifest : given, 'utf8'));
    const { features, oauth_config, settings } = Manifest.parse(file);
    const { bot_events: events = [] } = settings?.event_subscriptions ?? {};
    return { commands: features.slash_commands, scopes: oauth_config?.scopes?.bot ?? [], events };
  } catch (error) {
    const why =
      error instanceof z.ZodError
        ? z.prettifyError(error).replaceAll('\n', ' ')
        : error instanceof Error
          ? error.message
          : String(error);
    throw new Misconfigured(`COMMANDS must be a JSON list of commands or the path of a Slack manifest: ${why}`);
  }
}

type Environment = { readonly [name: string]: string | undefined };

function text(env: Environment, name: string, fallback: string): string {
  const value = env[name]?.trim();
  return value === undefined || value === '' ? fallback : value;
}

/** Reads the settings from environment variables, each with a default that fits the laptop. */
export function readSettings(env: Environment): Settings {
  if (env.NODE_ENV === 'production')
    throw new Misconfigured('NODE_ENV is production, and this stand-in for Slack is for development only.');
  const port = text(env, 'PORT', String(defaults.port));
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new Misconfigured(`PORT must be a number from 0 to 65535, not "${port}".`);
  const botUrl = text(env, 'BOT_URL', defaults.botUrl);
  if (!URL.canParse(botUrl) || !/^https?:$/.test(new URL(botUrl).protocol)) {
    throw new Misconfigured(`BOT_URL must be an http or https URL such as ${defaults.botUrl}.`);
  }
  return {
    host: text(env, 'HOST', defaults.host),
    port: Number(port),
    signingSecret: text(env, 'SLACK_SIGNING_SECRET', defaults.signingSecret),
    botToken: text(env, 'SLACK_BOT_TOKEN', defaults.botToken),
    appToken: text(env, 'SLACK_APP_TOKEN', defaults.appToken),
    botUrl,
    clientId: text(env, 'SLACK_CLIENT_ID', defaults.clientId),
    clientSecret: text(env, 'SLACK_CLIENT_SECRET', defaults.clientSecret),
    redirectUrls: text(env, 'REDIRECT_URLS', new URL('/slack/oauth_redirect', botUrl).href).split(/[\s,]+/),
    ...readRegistered(env.COMMANDS),
  };
}
