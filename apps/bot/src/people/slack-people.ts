import {
  type Clock,
  type Duration,
  type Holder,
  minutes,
  type People,
  ROLES,
  type RoleBook,
  rolesOf,
  type Team,
} from '@enablement/core';
import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import type { Log } from '../log.ts';
import { remembering } from './remembering.ts';

/** Longer than this an answer of Slack is never used, whatever happens. */
const LAST_KNOWN: Duration = minutes(5);

type Slack = Pick<WebClient, 'users' | 'usergroups'>;

export interface SlackPeopleOptions {
  /** The client for a workspace; nothing when the app has no access to it. */
  readonly slackOf: (team: Team) => Promise<Slack | undefined>;
  readonly book: RoleBook;
  /** Whether the roles are of several workspaces: a group that one of them does not know is then another's. */
  readonly several?: boolean;
  readonly clock: Clock;
  /** How long an answer is used before Slack is asked again; at most five minutes. */
  readonly fresh: Duration;
  /** Told what a person is called, whenever Slack says it. */
  readonly met: (person: string, name: string) => Promise<void>;
  readonly log: Log;
}

/** Who people are in each workspace, and which of the configured holders of roles are there. */
export interface SlackPeople extends People {
  /** The part of the role book whose people and groups are of this workspace; all of it when Slack does not tell. */
  bookOf(team: Team): Promise<RoleBook>;
}

/**
 * Asks the workspace's Slack who somebody is (`users.info`) and who is in the groups that have roles (`usergroups.users.list`). While
 * Slack does not answer, the last answer counts until it is five minutes old.
 */
export function createPeople({ slackOf, book, several = false, clock, fresh, met, log }: SlackPeopleOptions): SlackPeople {
  const terms = { clock, fresh: Math.min(fresh, LAST_KNOWN), most: LAST_KNOWN };
  const ask = <T>(act: (slack: Slack, id: string, team: Team) => Promise<T>) =>
    remembering(async (key) => {
      const [team = '', id = ''] = key.split('/');
      const slack = await slackOf(team);
      if (slack === undefined) throw new Error('the app has no access to this workspace');
      return act(slack, id, team);
    }, terms);
  const kindOf = ask((slack, person, team) => askKind(slack, person, team, met));
  const membersOf = ask((slack, group) => askMembers(slack, group, several));
  const groups = [...new Set(ROLES.flatMap((role) => book[role].flatMap(groupIn)))];

  let failing = false;
  const failed = (error: unknown) => {
    if (!failing) log.error('asking Slack about people failed, so they may do nothing that depends on it', error);
    failing = true;
    return undefined;
  };

  return {
    async standing(person, team = '') {
      const [kind, members] = await Promise.all([
        kindOf(`${team}/${person}`).catch(failed),
        Promise.all(groups.map(async (group) => [group, await membersOf(`${team}/${group}`).catch(failed)] as const)),
      ]);
      const unsure = members.some(([, ids]) => ids === undefined);
      if (kind !== undefined && !unsure) failing = false;
      if (kind === undefined) return { is: 'unsure' };
      if (kind !== 'member') return { is: kind };
      const lists = new Map(members);
      const isIn = (group: string) => lists.get(group)?.includes(person) ?? false;
      return { is: 'member', roles: rolesOf(book, person, isIn), unsure };
    },

    async bookOf(team) {
      if (!several) return book;
      const isHere = async (holder: Holder): Promise<boolean> =>
        'person' in holder
          ? (await kindOf(`${team}/${holder.person}`)) === 'member'
          : (await membersOf(`${team}/${holder.group}`)) !== NOT_HERE;
      const parts = ROLES.map(async (role) => {
        const here = await Promise.all(book[role].map(isHere));
        return [role, book[role].filter((_, index) => here[index])] as const;
      });
      return Promise.all(parts).then(
        (known) => ({ ...book, ...Object.fromEntries(known) }),
        () => book,
      );
    },
  };
}

const NOT_HERE: readonly string[] = [];

async function askMembers(slack: Slack, group: string, several: boolean): Promise<readonly string[]> {
  try {
    return (await slack.usergroups.users.list({ usergroup: group })).users ?? [];
  } catch (error) {
    if (several && error instanceof WebAPIPlatformError && error.data.error === 'no_such_subteam') return NOT_HERE;
    throw error;
  }
}

/** Guests, people of other workspaces (Slack Connect) and apps are let in from outside: they get nothing, whatever their id is in. */
async function askKind(
  slack: Slack,
  person: string,
  team: Team,
  met: SlackPeopleOptions['met'],
): Promise<'member' | 'guest' | 'gone'> {
  try {
    const { user = {} } = await slack.users.info({ user: person });
    const name = user.real_name ?? user.name;
    // A name that is not kept is only missing on a page; the answer counts all the same.
    if (name) await met(person, name).catch(() => undefined);
    if (user.deleted) return 'gone';
    // In a shared channel people of other workspaces are no strangers; only their team tells.
    const home = [user.team_id, ...(user.enterprise_user?.teams ?? [])].filter((one) => one !== undefined);
    const elsewhere = team !== '' && home.length > 0 && !home.includes(team);
    const outside = elsewhere || user.is_restricted || user.is_ultra_restricted || user.is_stranger || user.is_bot;
    return outside ? 'guest' : 'member';
  } catch (error) {
    if (error instanceof WebAPIPlatformError && /^user_not_(found|visible)$/.test(error.data.error)) return 'gone';
    throw error;
  }
}

const groupIn = (holder: Holder): readonly string[] => ('group' in holder ? [holder.group] : []);
