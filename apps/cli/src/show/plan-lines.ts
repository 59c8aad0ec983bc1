import { type Action, type CustomerPlan, idOf } from '@enablement/core';
import { count, paint, printable, shownValue } from './words.ts';

/** More actions than this are counted instead of shown; the plan's file has them all. */
const MOST_SHOWN = 60;

/** A plan for a person, worst news first. */
export function planLines(plan: CustomerPlan, portalUrl: string): readonly string[] {
  const { actions, same, leftAlone, problems, unknown } = plan;
  const hidden = actions.length - MOST_SHOWN;
  return [
    paint('bold', `Plan for ${plan.domain} on ${new URL(portalUrl).host}`),
    ...problems.map((problem) => paint('red', `  ! ${printable(problem)}`)),
    ...actions.slice(0, MOST_SHOWN).map(actionLine),
    ...(hidden > 0 ? [`    … and ${count(hidden, 'more action')}; the plan’s file has them all.`] : []),
    ...(same > 0 ? [`  = ${count(same, 'thing is', 'things are')} as the file wants them.`] : []),
    ...(leftAlone.length > 0
      ? [
          `  · ${count(leftAlone.length, 'thing that the file does not name stays', 'things that the file does not name stay')}: ${some(leftAlone)}`,
        ]
      : []),
    ...unknown.map((sentence) => `  ? ${sentence}`),
    summary(plan),
  ];
}

function actionLine(action: Action): string {
  const { act, resource } = action;
  const id = printable(idOf(resource));
  if (act === 'create') return paint('green', `  + ${id}${details(resource.values)}`);
  if (act === 'delete') return paint('red', `  - ${id}`);
  const members = Object.keys(action.to).map(
    (member) => `${member}: ${shownValue(action.from[member])} → ${shownValue(action.to[member])}`,
  );
  return paint('yellow', `  ~ ${id} (${members.join('; ')})`);
}

function details(values: Action['resource']['values']): string {
  const shown = Object.entries(values)
    .slice(0, 4)
    .map(([member, value]) => `${member} ${shownValue(value)}`);
  return shown.length === 0 ? '' : ` (${shown.join(', ')})`;
}

function some(ids: readonly string[]): string {
  const shown = ids.slice(0, 5).map(printable).join(', ');
  return ids.length > 5 ? `${shown}, …` : shown;
}

function summary({ actions, problems }: CustomerPlan): string {
  const of = (act: Action['act']) => actions.filter((action) => action.act === act).length;
  if (problems.length > 0)
    return paint('red', `This plan cannot be applied: ${count(problems.length, 'problem')}, marked with “!”.`);
  if (actions.length === 0) return 'Nothing to do: the platform is as the file wants it.';
  return `${of('create')} to create, ${of('change')} to change, ${of('delete')} to delete.`;
}
