import { z } from 'zod';
import type { Fields } from '../json.ts';
import { describeMessage, type Message } from '../messages.ts';
import type { Channel } from '../people.ts';
import { findMessage, repliesTo, type Workspace } from '../workspace.ts';
import { fail, flag, limit, type Method, method, ok, paginate } from './method.ts';
import { enter, findRoom } from './rooms.ts';

const Pages = z.object({ limit, cursor: z.string().optional() });
const Stretch = Pages.extend({
  channel: z.string(),
  oldest: z.string().default('0'),
  latest: z.string().optional(),
  inclusive: flag.default(false),
  include_all_metadata: flag.default(false),
});

function describeChannel(workspace: Workspace, channel: Channel): Fields {
  if (channel.kind === 'im') {
    return { id: channel.id, is_im: true, is_channel: false, user: channel.name, is_archived: false, is_open: true };
  }
  return {
    id: channel.id,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: true,
    is_group: false,
    is_im: false,
    is_private: channel.kind === 'private',
    is_archived: channel.archived,
    is_member: channel.members.has(workspace.app.botUser),
    is_general: channel.name === 'general',
    context_team_id: workspace.team.id,
    topic: { value: channel.topic, creator: '', last_set: 0 },
    purpose: { value: channel.topic, creator: '', last_set: 0 },
    num_members: channel.members.size,
  };
}

/** Within oldest and latest; the edges count only when asked for. */
function within(message: Message, args: z.infer<typeof Stretch>): boolean {
  const [at, from, to] = [Number(message.ts), Number(args.oldest), Number(args.latest ?? Number.POSITIVE_INFINITY)];
  return args.inclusive ? at >= from && at <= to : at > from && at < to;
}

const next = (cursor: string) => ({ response_metadata: { next_cursor: cursor } });

const open = method(z.object({ users: z.string().optional(), channel: z.string().optional() }), (args, { workspace }) => {
  const wanted = args.channel ?? args.users;
  if (wanted === undefined) return fail('users_list_not_supplied');
  if (wanted.includes(','))
    return fail('method_not_supported_for_channel_type', { note: 'group messages are not part of this workspace' });
  const person = workspace.people.get(wanted);
  if (args.channel === undefined && person === undefined) return fail('user_not_found');
  if (person?.deactivated === true) return fail('user_disabled');
  const channel = findRoom(workspace, wanted);
  if (channel?.kind !== 'im') return fail('channel_not_found');
  return ok({ no_op: true, already_open: true, channel: { id: channel.id } });
});

const info = method(z.object({ channel: z.string() }), (args, { workspace }) => {
  const channel = workspace.channels.get(args.channel);
  const visible = channel?.kind === 'public' || channel?.members.has(workspace.app.botUser) === true;
  return channel === undefined || !visible ? fail('channel_not_found') : ok({ channel: describeChannel(workspace, channel) });
});

const members = method(Pages.extend({ channel: z.string() }), (args, { workspace }) => {
  const channel = workspace.channels.get(args.channel);
  const visible = channel?.kind === 'public' || channel?.members.has(workspace.app.botUser) === true;
  if (channel === undefined || !visible) return fail('channel_not_found');
  const paged = paginate([...channel.members], args.limit, args.cursor);
  return paged === undefined ? fail('invalid_cursor') : ok({ members: paged.page, ...next(paged.next) });
});

function describeAll(workspace: Workspace, messages: readonly Message[], withMetadata: boolean): Fields[] {
  return messages.map((message) => describeMessage(workspace, message, repliesTo(workspace, message), withMetadata));
}

const history = method(Stretch, (args, { workspace }) => {
  const entry = enter(workspace, args.channel);
  if (!entry.ok) return fail(entry.error);
  const all = workspace.messages.get(entry.channel.id) ?? [];
  const top = all.filter((one) => one.onlyFor === undefined && one.threadTs === undefined && within(one, args));
  const paged = paginate(top.reverse(), args.limit, args.cursor);
  if (paged === undefined) return fail('invalid_cursor');
  const messages = describeAll(workspace, paged.page, args.include_all_metadata);
  return ok({ messages, has_more: paged.next !== '', pin_count: 0, ...next(paged.next) });
});

const replies = method(Stretch.extend({ ts: z.string() }), (args, { workspace }) => {
  const entry = enter(workspace, args.channel);
  if (!entry.ok) return fail(entry.error);
  const found = findMessage(workspace, entry.channel.id, args.ts);
  const parent = found?.threadTs === undefined ? found : findMessage(workspace, entry.channel.id, found.threadTs);
  if (parent === undefined || parent.onlyFor !== undefined) return fail('thread_not_found');
  const thread = [parent, ...repliesTo(workspace, parent).filter((one) => within(one, args))];
  const paged = paginate(thread, args.limit, args.cursor);
  if (paged === undefined) return fail('invalid_cursor');
  const messages = describeAll(workspace, paged.page, args.include_all_metadata);
  return ok({ messages, has_more: paged.next !== '', ...next(paged.next) });
});

export const conversations: { readonly [name: string]: Method } = {
  'conversations.open': open,
  'conversations.info': info,
  'conversations.members': members,
  'conversations.history': history,
  'conversations.replies': replies,
};
