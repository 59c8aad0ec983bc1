import type { AppsManifestCreateArguments } from '@slack/web-api';
import { COMMANDS, type CommandNames } from '../commands/book.ts';
import { SCOPES } from './scopes.ts';

/** What this deployment calls itself in Slack. */
export interface ManifestOptions {
  readonly commands: CommandNames;
  /** Where Slack reaches the bot, `https://host/slack/events`; not used over Socket Mode. */
  readonly eventsUrl: string;
  readonly socketMode: boolean;
}

/** The Slack app as the code needs it: its commands, and what it may ask Slack. */
export function manifest({ commands, eventsUrl, socketMode }: ManifestOptions): AppsManifestCreateArguments['manifest'] {
  const url = socketMode ? {} : { url: eventsUrl };
  return {
    display_information: {
      name: 'NetSapiens Enablement',
      description: 'Enables Acrobits Cloud Softphone on a NetSapiens platform',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: true },
      bot_user: { display_name: 'Enablement', always_online: true },
      slash_commands: keysOf(COMMANDS).map((key) => ({
        command: commands[key],
        description: COMMANDS[key].description,
        usage_hint: COMMANDS[key].hint,
        ...url,
        should_escape: false,
      })),
    },
    oauth_config: {
      // Where Slack sends the browser back when several workspaces install the app.
      redirect_urls: [new URL('/slack/oauth_redirect', eventsUrl).href],
      scopes: { bot: [...SCOPES] },
    },
    settings: {
      event_subscriptions: { bot_events: [...EVENTS], ...(socketMode ? {} : { request_url: eventsUrl }) },
      interactivity: { is_enabled: true, ...(socketMode ? {} : { request_url: eventsUrl }) },
      org_deploy_enabled: false,
      socket_mode_enabled: socketMode,
      token_rotation_enabled: false,
    },
  };
}

const keysOf = <T extends object>(record: T) => Object.keys(record) as (keyof T)[];

/** What Slack tells by itself. */
const EVENTS = [
  // Somebody looks at the Home tab.
  'app_home_opened',
  // A workspace removed the app, or took its token back.
  'app_uninstalled',
  'tokens_revoked',
] as const;
