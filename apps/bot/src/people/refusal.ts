import {
  type Audit,
  deeds,
  type Holder,
  isEmpty,
  judge,
  type Right,
  type RoleBook,
  rolesFor,
  type Standing,
  type Subject,
  Unreachable,
  type Verdict,
  whoMay,
} from '@enablement/core';
import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { chosenValue } from '../actions/click.ts';

/** More holders than this are counted instead of named. */
const MOST_NAMED = 10;

export interface Doorkeeper {
  /** Who somebody is in the workspace where they act. */
  readonly people: { standing(person: string): Promise<Standing> };
  readonly book: RoleBook;
  readonly audit: Pick<Audit, 'record'>;
}

type Why = Extract<Verdict, { may: false }>['why'];

/** Why this person may not do it, and who can; nothing when they may. In Slack's mark-up: people and groups are mentioned. */
export async function refusal(door: Doorkeeper, person: string, right: Right, about?: Subject): Promise<string | undefined> {
  const verdict = judge(right, await door.people.standing(person));
  return verdict.may ? undefined : turnAway(door, person, right, verdict.why, about);
}

/** Refuses, and audits that. While the database is away it is refused all the same: nothing can be done then, and nothing recorded. */
export async function turnAway(
  { book, audit }: Pick<Doorkeeper, 'book' | 'audit'>,
  person: string,
  right: Right,
  why: Why,
  about?: Subject,
): Promise<string> {
  await audit.record(deeds.refused(person, right, why, about)).catch((error: unknown) => {
    if (!(error instanceof Unreachable)) throw error;
  });
  return refuse(book, right, why);
}

export function refuse(book: RoleBook, right: Right, why: Why): string {
  switch (why) {
    case 'guest':
      return 'Guests of this workspace can do nothing here.';
    case 'gone':
      return 'Slack says that this account is deactivated, so it can do nothing here.';
    case 'unsure':
      return `Slack does not tell just now who may ${right}, so nobody may. Nothing was changed; try again in a minute.`;
    case 'no role':
      return `You may not ${right} here. ${whoCan(book, right)}`;
  }
}

/** Who can do it, by role, or how to configure that somebody can. */
export function whoCan(book: RoleBook, right: Right): string {
  const able = whoMay(book, right);
  if (able.length > 0)
    return `Who can: ${able.map(({ role, holders }) => `${named(holders)} (${role}${holders.length > 1 ? 's' : ''})`).join(', ')}.`;
  const variables = rolesFor(right).map((role) => `\`ROLE_${role.toUpperCase()}\``);
  return `${isEmpty(book) ? 'No roles are configured, so nobody can' : 'Nobody has a role for it'}: whoever runs this app names people or user groups in ${variables.join(' or ')}.`;
}

export const mention = (holder: Holder): string => ('person' in holder ? `<@${holder.person}>` : `<!subteam^${holder.group}>`);

function named(holders: readonly Holder[]): string {
  const shown = holders.slice(0, MOST_NAMED).map(mention);
  const more = holders.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}

export type Click = SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs;

/** A button that works for those who may: acknowledge, ask, and only then act. Everybody else is told who can. */
export function allowed(door: Doorkeeper, right: Right, act: (click: Click) => Promise<void>) {
  return async (click: Click): Promise<void> => {
    await click.ack();
    const refused = await refusal(door, click.body.user.id, right, runOf(chosenValue(click.action)));
    if (refused === undefined) return act(click);
    await click.respond({ response_type: 'ephemeral', replace_original: false, text: refused });
  };
}

/** What a button is about: it carries a run's key, and more after a bar. Those that turn pages are about no run. */
function runOf(value: string): Subject {
  const [, enablement, domain] = /^([0-9a-f-]{36})(?:\/([^|]+))?(?:\||$)/.exec(value) ?? [];
  return { enablement, domain };
}
