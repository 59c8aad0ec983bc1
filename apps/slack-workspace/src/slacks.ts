import type { Slack } from './slack.ts';

/** All workspaces. Ids are no workspace's own: whose person, channel or group it is tells where something happens. */
export interface Slacks {
  readonly all: readonly Slack[];
  readonly first: Slack;
  /** The workspace of this team, person, channel or group. */
  having(id: string): Slack | undefined;
  /** The workspace in which a token speaks. */
  ofToken(token: string): Slack | undefined;
}

export function createSlacks(all: readonly [Slack, ...Slack[]]): Slacks {
  const owns = ({ workspace }: Slack, id: string) =>
    workspace.team.id === id || [workspace.people, workspace.channels, workspace.groups].some((kind) => kind.has(id));
  return {
    all,
    first: all[0],
    having: (id) => all.find((slack) => owns(slack, id)),
    ofToken: (token) => all.find(({ workspace }) => workspace.access?.token === token),
  };
}
