import type { Problem } from '../enablement/told-run.ts';
import { Unreachable } from '../errors.ts';
import type { People } from '../ports/people.ts';
import type { Person, Team } from '../ports/register.ts';
import type { Right } from './roles.ts';
import { judge, type Verdict } from './standing.ts';

/**
 * Asked once more just before something leaves that cannot be taken back: may the person who answers for it still order it?
 * A problem that asks for somebody else to take over when not. It only looks, so it may run twice.
 */
export async function lostRight(
  { people }: { readonly people: People },
  { person, team }: { readonly person: Person; readonly team: Team },
  right: Right,
): Promise<Problem | undefined> {
  const verdict = judge(right, await people.standing(person, team));
  if (verdict.may) return undefined;
  if (verdict.why === 'unsure')
    throw new Unreachable(
      `It cannot be found out now whether the person who answers for this may still ${right}, so nothing was sent.`,
      'It is asked again by itself. If it stays so, look whether Slack works and whether the app may read users and user groups.',
    );
  return {
    problem: `The person who answers for this ${LOST[verdict.why]}, so nothing was sent.`,
    todo: 'Somebody who may do it presses “Take over”; then it goes on.',
    asks: 'take over',
  };
}

const LOST: Readonly<Record<Exclude<Extract<Verdict, { may: false }>['why'], 'unsure'>, string>> = {
  'no role': 'has no role any more that may order it',
  guest: 'is a guest now',
  gone: 'has left',
};
