import type { AppsManifestCreateArguments } from '@slack/web-api';
import { COMMANDS, type CommandNames } from '../commands/book.ts';

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
      bot_user: { display_name: 'Enablement', always_online: true },
      slash_commands: keysOf(COMMANDS).map((key) => ({
        command: commands[key],
        description: COMMANDS[key].description,
        usage_hint: COMMANDS[key].hint,
        ...url,
        should_escape: false,
      })),
    },
    oauth_config: { scopes: { bot: [...SCOPES] } },
    settings: {
      interactivity: { is_enabled: true, ...(socketMode ? {} : { request_url: eventsUrl }) },
      org_deploy_enabled: false,
      socket_mode_enabled: socketMode,
      token_rotation_enabled: false,
    },
  };
}

const keysOf = <T extends object>(record: T) => Object.keys(record) as (keyof T)[];

const SCOPES = [
  'commands',
  // The card, its thread and what one person is told.
  'chat:write',
  // Looking for a card whose posting has an unknown end.
  'channels:history',
  'groups:history',
  'im:history',
  'mpim:history',
  // A card whose channel is gone moves to the person who answers for the run.
  'im:write',
  // Who somebody is, and who is in the groups that have roles.
  'users:read',
  'usergroups:read',
] as const;
