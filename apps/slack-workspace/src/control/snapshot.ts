import { valuesOf } from '../blocks/inputs.ts';
import type { Fields } from '../json.ts';
import type { Message } from '../messages.ts';
import { app, type Channel, team } from '../people.ts';
import type { Slack } from '../slack.ts';
import type { View } from '../views.ts';
import { shown } from '../web-api/views.ts';
import { visibleTo } from '../workspace.ts';

/** How much of a channel the page gets. */
const most = 200;

/** A message as the person sees it. */
export function describeSeen(message: Message): Fields {
  const { ts, author, text, blocks, threadTs, onlyFor, metadata, edited } = message;
  return { ts, author, text, blocks, thread_ts: threadTs, ephemeral: onlyFor !== undefined, metadata, edited };
}

function describeRoom(slack: Slack, channel: Channel, user: string): Fields {
  const { id, kind, topic, archived } = channel;
  const messages = visibleTo(slack.workspace, id, user).slice(-most).map(describeSeen);
  const name = kind === 'im' ? (slack.workspace.people.get(app.botUser)?.realName ?? '') : channel.name;
  return { id, name, kind, topic, archived, withApp: channel.members.has(app.botUser), members: channel.members.size, messages };
}

/** A modal or Home tab with what stands in it: values typed so far, errors under the inputs, Slack's own trouble. */
export function describeOpen(view: View): Fields {
  return { ...shown(view), errors: view.errors, trouble: view.trouble, values: valuesOf(view.blocks, view.draft) };
}

export function describeModal(slack: Slack, user: string): Fields {
  const stack = slack.workspace.modals.get(user) ?? [];
  const top = stack.at(-1);
  return { view: top === undefined ? null : describeOpen(top), stack: stack.length };
}

/** Everything that one person sees, for the page. */
export function snapshot(slack: Slack, user: string): Fields {
  const { people, channels, homes } = slack.workspace;
  const home = homes.get(user);
  return {
    team,
    app,
    commands: slack.commands,
    people: [...people.values()].map(({ id, name, realName, title, bot, deactivated }) => ({
      id,
      name,
      realName,
      title,
      bot,
      deactivated,
    })),
    groups: [...slack.workspace.groups.values()].map(({ id, handle }) => ({ id, handle })),
    channels: [...channels.values()].filter((one) => one.members.has(user)).map((one) => describeRoom(slack, one, user)),
    modal: describeModal(slack, user),
    home: home === undefined ? null : describeOpen(home),
  };
}
