import type { Channel } from '../people.ts';
import type { Workspace } from '../workspace.ts';

type Entry = { ok: true; channel: Channel } | { ok: false; error: string };

/** The channel, or the direct message with a person when the app gives a user id, as `chat.postMessage` allows. */
export function findRoom(workspace: Workspace, id: string): Channel | undefined {
  const direct = [...workspace.channels.values()].find((one) => one.kind === 'im' && one.name === id);
  return workspace.channels.get(id) ?? direct;
}

/** A channel that the app may read: a public one where it is not a member says so, a private one does not exist for it. */
export function enter(workspace: Workspace, id: string): Entry {
  const channel = findRoom(workspace, id);
  if (channel === undefined) return { ok: false, error: 'channel_not_found' };
  if (channel.members.has(workspace.app.botUser)) return { ok: true, channel };
  return { ok: false, error: channel.kind === 'public' ? 'not_in_channel' : 'channel_not_found' };
}

/** A channel that the app may write to. */
export function enterToWrite(workspace: Workspace, id: string): Entry {
  const entry = enter(workspace, id);
  if (!entry.ok) return entry;
  if (entry.channel.archived) return { ok: false, error: 'is_archived' };
  const person = entry.channel.kind === 'im' ? workspace.people.get(entry.channel.name) : undefined;
  return person?.deactivated === true ? { ok: false, error: 'channel_not_found' } : entry;
}
