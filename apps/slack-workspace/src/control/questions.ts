import { z } from 'zod';
import type { Slack } from '../slack.ts';
import type { Slacks } from '../slacks.ts';
import { visibleTo } from '../workspace.ts';
import { known } from './act.ts';
import { describeModal, describeOpen, describeSeen, snapshot } from './snapshot.ts';

export const Asked = z.object({ user: z.string().default('U0OLIVIA'), channel: z.string().default('C0OPS') });
type Asked = z.infer<typeof Asked>;

/** What people see, and what tests look at. */
export const questions: { readonly [name: string]: (slack: Slack, asked: Asked, slacks: Slacks) => unknown } = {
  messages: (slack, { user, channel }) => {
    known(slack.workspace.channels.get(channel), `channel ${channel}`);
    return { messages: visibleTo(slack.workspace, channel, user).map(describeSeen) };
  },
  modal: (slack, { user }) => describeModal(slack, user),
  home: (slack, { user }) => {
    const view = slack.workspace.homes.get(user);
    return { view: view === undefined ? null : describeOpen(slack, view) };
  },
  snapshot: (slack, { user }, slacks) => snapshot(slack, user, slacks),
  requests: (slack) => ({ requests: slack.traffic.list() }),
  faults: (slack) => ({ planned: slack.faults.list() }),
  switches: (slack) => slack.switches.now,
  sockets: (slack) => ({ connected: slack.sockets.connected() }),
  teams: (_slack, _asked, { all }) => ({
    teams: all.map(({ workspace: { team, access, app, channels, people } }) => ({
      ...team,
      installed: access !== undefined,
      botUser: app.botUser,
      channels: [...channels.values()]
        .filter(({ kind }) => kind !== 'im')
        .map(({ id, name, archived, members }) => ({ id, name, archived, withApp: members.has(app.botUser) })),
      people: [...people.values()]
        .filter(({ bot }) => !bot)
        .map(({ id, realName, deactivated, guest }) => ({ id, realName, deactivated, guest })),
    })),
  }),
};
