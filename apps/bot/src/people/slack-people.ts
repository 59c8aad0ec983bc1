import { type Clock, type Duration, type Holder, minutes, type People, ROLES, type RoleBook, rolesOf } from '@enablement/core';
import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import type { Log } from '../log.ts';
import { remembering } from './remembering.ts';

/** Longer than this an answer of Slack is never used, whatever happens. */
const LAST_KNOWN: Duration = minutes(5);

export interface SlackPeopleOptions {
  readonly slack: Pick<WebClient, 'users' | 'usergroups'>;
  readonly book: RoleBook;
  readonly clock: Clock;
  /** How long an answer is used before Slack is asked again; at most five minutes. */
  readonly fresh: Duration;
  /** Told what a person is called, whenever Slack says it. */
  readonly met: (person: string, name: string) => Promise<void>;
  readonly log: Log;
}

/**
 * Asks Slack who somebody is (`users.info`) and who is in the groups that have roles (`usergroups.users.list`). While Slack does not
 * answer, the last answer counts until it is five minutes old.
 */
export function createPeople({ slack, book, clock, fresh, met, log }: SlackPeopleOptions): People {
  const terms = { clock, fresh: Math.min(fresh, LAST_KNOWN), most: LAST_KNOWN };
  const kindOf = remembering((person) => askKind(slack, person, met), terms);
  const membersOf = remembering(async (group) => (await slack.usergroups.users.list({ usergroup: group })).users ?? [], terms);
  const groups = [...new Set(ROLES.flatMap((role) => book[role].flatMap(groupIn)))];

  let failing = false;
  const failed = (error: unknown) => {
    if (!failing) log.error('asking Slack about people failed, so they may do nothing that depends on it', error);
    failing = true;
    return undefined;
  };

  return {
    async standing(person) {
      const [kind, members] = await Promise.all([
        kindOf(person).catch(failed),
        Promise.all(groups.map(async (group) => [group, await membersOf(group).catch(failed)] as const)),
      ]);
      const unsure = members.some(([, ids]) => ids === undefined);
      if (kind !== undefined && !unsure) failing = false;
      if (kind === undefined) return { is: 'unsure' };
      if (kind !== 'member') return { is: kind };
      const lists = new Map(members);
      return { is: 'member', roles: rolesOf(book, person, (group) => lists.get(group)?.includes(person) ?? false), unsure };
    },
  };
}

/** Guests, people of other workspaces (Slack Connect) and apps are let in from outside: they get nothing, whatever their id is in. */
async function askKind(
  slack: SlackPeopleOptions['slack'],
  person: string,
  met: SlackPeopleOptions['met'],
): Promise<'member' | 'guest' | 'gone'> {
  try {
    const { user = {} } = await slack.users.info({ user: person });
    const name = user.real_name ?? user.name;
    // A name that is not kept is only missing on a page; the answer counts all the same.
    if (name) await met(person, name).catch(() => undefined);
    if (user.deleted) return 'gone';
    const outside = user.is_restricted || user.is_ultra_restricted || user.is_stranger || user.is_bot;
    return outside ? 'guest' : 'member';
  } catch (error) {
    if (error instanceof WebAPIPlatformError && /^user_not_(found|visible)$/.test(error.data.error)) return 'gone';
    throw error;
  }
}

const groupIn = (holder: Holder): readonly string[] => ('group' in holder ? [holder.group] : []);
