import { z } from 'zod';
import { describeMessage, type Message } from '../messages.ts';
import { findMessage, post, removeMessage, repliesTo, type Workspace } from '../workspace.ts';
import { Content, keptMetadata, readContent } from './content.ts';
import { fail, type Method, method, ok } from './method.ts';
import { enter, enterToWrite } from './rooms.ts';

const Address = z.object({ channel: z.string(), ts: z.string() });

/** The message as it lies in the channel: ephemeral ones cannot be found by anyone. */
function find(workspace: Workspace, channel: string, ts: string): Message | undefined {
  const message = findMessage(workspace, channel, ts);
  return message?.onlyFor === undefined ? message : undefined;
}

const postMessage = method(Content.extend({ channel: z.string(), thread_ts: z.string().optional() }), (args, slack) => {
  const { workspace } = slack;
  const entry = enterToWrite(workspace, args.channel);
  if (!entry.ok) return fail(entry.error);
  const content = readContent(args, slack);
  if (!content.ok) return content.reply;
  const { text, blocks = [], metadata } = content.said;
  const channel = entry.channel.id;
  const parent = args.thread_ts === undefined ? undefined : find(workspace, channel, args.thread_ts);
  if (args.thread_ts !== undefined && parent === undefined) return fail('thread_not_found');
  const threadTs = parent?.threadTs ?? parent?.ts;
  const message = post(workspace, {
    channel,
    author: workspace.app.botUser,
    text,
    blocks,
    threadTs,
    metadata: keptMetadata(metadata),
  });
  return ok({ channel, ts: message.ts, message: describeMessage(workspace, message, [], true) });
});

const postEphemeral = method(
  Content.extend({ channel: z.string(), user: z.string(), thread_ts: z.string().optional() }),
  (args, slack) => {
    const { workspace } = slack;
    const entry = enterToWrite(workspace, args.channel);
    if (!entry.ok) return fail(entry.error);
    if (!entry.channel.members.has(args.user)) return fail('user_not_in_channel');
    const content = readContent(args, slack);
    if (!content.ok) return content.reply;
    const { text, blocks = [] } = content.said;
    const channel = entry.channel.id;
    const message = post(workspace, {
      channel,
      author: workspace.app.botUser,
      text,
      blocks,
      threadTs: args.thread_ts,
      onlyFor: args.user,
    });
    return ok({ message_ts: message.ts });
  },
);

/** Text without blocks takes the blocks away; neither text nor blocks is `no_text` (docs.slack.dev, chat.update). */
const update = method(Content.extend(Address.shape), (args, slack) => {
  const { workspace } = slack;
  const entry = enterToWrite(workspace, args.channel);
  if (!entry.ok) return fail(entry.error);
  const message = find(workspace, entry.channel.id, args.ts);
  if (message === undefined) return fail('message_not_found');
  if (message.author !== workspace.app.botUser) return fail('cant_update_message');
  const content = readContent(args, slack);
  if (!content.ok) return content.reply;
  const { text, blocks, metadata } = content.said;
  message.text = text;
  message.blocks = blocks ?? [];
  message.edited = blocks === undefined;
  if (metadata !== undefined) message.metadata = keptMetadata(metadata);
  workspace.changed();
  const shown = describeMessage(workspace, message, repliesTo(workspace, message), true);
  return ok({ channel: message.channel, ts: message.ts, text, message: shown });
});

const remove = method(Address, (args, { workspace }) => {
  const entry = enter(workspace, args.channel);
  if (!entry.ok) return fail(entry.error);
  const message = find(workspace, entry.channel.id, args.ts);
  if (message === undefined) return fail('message_not_found');
  if (message.author !== workspace.app.botUser) return fail('cant_delete_message');
  removeMessage(workspace, message);
  return ok({ channel: message.channel, ts: message.ts });
});

const getPermalink = method(z.object({ channel: z.string(), message_ts: z.string() }), (args, { workspace, baseUrl }) => {
  const entry = enter(workspace, args.channel);
  if (!entry.ok) return fail(entry.error);
  const channel = entry.channel.id;
  const message = find(workspace, channel, args.message_ts);
  if (message === undefined) return fail('message_not_found');
  const thread = message.threadTs === undefined ? '' : `?thread_ts=${message.threadTs}&cid=${channel}`;
  return ok({ channel, permalink: `${baseUrl}/archives/${channel}/p${message.ts.replace('.', '')}${thread}` });
});

export const chat: { readonly [name: string]: Method } = {
  'chat.postMessage': postMessage,
  'chat.postEphemeral': postEphemeral,
  'chat.update': update,
  'chat.delete': remove,
  'chat.getPermalink': getPermalink,
};
