import type { Fields } from '../json.ts';
import type { Message } from '../messages.ts';
import type { Channel } from '../people.ts';
import type { Slack } from '../slack.ts';
import type { Slacks } from '../slacks.ts';
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

function describeRoom({ workspace }: Slack, channel: Channel, user: string): Fields {
  const { id, kind, topic, archived } = channel;
  const messages = visibleTo(workspace, id, user).slice(-most).map(describeSeen);
  const name = kind === 'im' ? (workspace.people.get(workspace.app.botUser)?.realName ?? '') : channel.name;
  const withApp = workspace.access !== undefined && channel.members.has(workspace.app.botUser);
  return { id, name, kind, topic, archived, withApp, members: channel.members.size, messages };
}

/** A modal or Home tab with what stands in it: values typed so far, errors under the inputs, Slack's own trouble. */
export function describeOpen({ workspace, baseUrl }: Slack, view: View): Fields {
  const { state, ...rest } = shown({ workspace, baseUrl }, view);
  return { ...rest, state, errors: view.errors, trouble: view.trouble, values: (state as Fields).values };
}

export function describeModal(slack: Slack, user: string): Fields {
  const stack = slack.workspace.modals.get(user) ?? [];
  const top = stack.at(-1);
  return { view: top === undefined ? null : describeOpen(slack, top), stack: stack.length };
}

/** Everything that one person sees, for the page; and who else there is, in all workspaces, to act as. */
export function snapshot(slack: Slack, user: string, { all }: Slacks): Fields {
  const { team, app, access, people, channels, homes } = slack.workspace;
  const home = homes.get(user);
  return {
    user,
    team,
    app,
    installed: access !== undefined,
    installAt: new URL('/slack/install', slack.settings.botUrl).href,
    commands: access === undefined ? [] : slack.commands,
    people: [...people.values()].map(({ id, name, realName, title, bot, deactivated }) => ({
      ...{ id, name, realName, title, bot, deactivated },
    })),
    cast: all.map(({ workspace }) => ({
      team: workspace.team.name,
      people: [...workspace.people.values()]
        .filter((one) => !one.bot && !one.deactivated)
        .map(({ id, realName, title }) => ({ id, realName, title })),
    })),
    groups: [...slack.workspace.groups.values()].map(({ id, handle }) => ({ id, handle })),
    channels: [...channels.values()].filter((one) => one.members.has(user)).map((one) => describeRoom(slack, one, user)),
    modal: describeModal(slack, user),
    home: home === undefined ? null : describeOpen(slack, home),
  };
}
