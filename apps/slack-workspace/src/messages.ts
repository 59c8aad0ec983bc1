import type { Block, Fields } from './json.ts';
import type { Workspace } from './workspace.ts';

/** A message of a channel. An ephemeral one carries the person who alone sees it, and is in no history. */
export interface Message {
  readonly ts: string;
  readonly channel: string;
  /** User id of the author; the workspace itself speaks as `USLACKBOT`. */
  readonly author: string;
  readonly threadTs: string | undefined;
  readonly onlyFor: string | undefined;
  text: string;
  blocks: Block[];
  metadata: Fields | undefined;
  edited: boolean;
}

export const slackbot = 'USLACKBOT';

/** The message as Slack sends it to apps. Metadata goes out only to those who ask for it. */
export function describeMessage(
  { app, team }: Pick<Workspace, 'app' | 'team'>,
  message: Message,
  replies: readonly Message[],
  withMetadata: boolean,
): Fields {
  const byApp = message.author === app.botUser;
  const latest = replies.at(-1);
  return {
    type: 'message',
    user: message.author,
    ts: message.ts,
    ...(byApp ? { bot_id: app.bot, app_id: app.id } : {}),
    text: message.text,
    team: team.id,
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
    ...(latest === undefined ? {} : { thread_ts: message.ts, reply_count: replies.length, latest_reply: latest.ts }),
    ...(message.edited ? { edited: { user: message.author, ts: message.ts } } : {}),
    ...(withMetadata && message.metadata !== undefined ? { metadata: message.metadata } : {}),
  };
}
