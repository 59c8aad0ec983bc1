import { sendEvent } from '../bot-side/events.ts';
import type { Fields } from '../json.ts';
import { describeMessage } from '../messages.ts';
import type { Slack } from '../slack.ts';
import { shown } from '../web-api/views.ts';
import { findMessage, post } from '../workspace.ts';
import { actor, describeAck, NotPossible, room } from './person.ts';

/** Somebody writes a message. The app hears of it in its direct messages, and where it is mentioned and a member. */
export function say(
  slack: Slack,
  given: { user: string; channel: string; text: string; thread_ts?: string | undefined },
): Fields {
  const person = actor(slack, given.user);
  const channel = room(slack, given.channel, person.id);
  if (channel.archived) throw new NotPossible(`#${channel.name} is archived.`);
  const parent = given.thread_ts === undefined ? undefined : findMessage(slack.workspace, channel.id, given.thread_ts);
  if (given.thread_ts !== undefined && parent === undefined) throw new NotPossible(`There is no message ${given.thread_ts}.`);
  const threadTs = parent?.threadTs ?? parent?.ts;
  const message = post(slack.workspace, { channel: channel.id, author: person.id, text: given.text, blocks: [], threadTs });
  const event = { ...describeMessage(slack.workspace, message, [], false), channel: channel.id, event_ts: message.ts };
  const mentioned = given.text.includes(`<@${slack.workspace.app.botUser}>`) && channel.members.has(slack.workspace.app.botUser);
  if (slack.workspace.access === undefined) return { ok: true, ts: message.ts };
  if (channel.kind === 'im') void sendEvent(slack, { ...event, channel_type: 'im' });
  else if (mentioned) void sendEvent(slack, { ...event, type: 'app_mention' });
  return { ok: true, ts: message.ts };
}

/** Somebody opens the app's Home (or Messages) tab. */
export async function openHome(slack: Slack, user: string, tab: 'home' | 'messages'): Promise<Fields> {
  const person = actor(slack, user);
  if (slack.workspace.access === undefined)
    throw new NotPossible(`${slack.workspace.app.name} is not installed in ${slack.workspace.team.name}.`);
  const view = slack.workspace.homes.get(person.id);
  const channel = [...slack.workspace.channels.values()].find((one) => one.kind === 'im' && one.name === person.id);
  const answer = await sendEvent(slack, {
    type: 'app_home_opened',
    user: person.id,
    channel: channel?.id,
    tab,
    event_ts: slack.workspace.nextTs(),
    ...(view === undefined ? {} : { view: shown(slack, view) }),
  });
  return { ok: answer.result === 'acknowledged', ...describeAck(answer) };
}
