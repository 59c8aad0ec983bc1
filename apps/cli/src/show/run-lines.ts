import { type ActionState, type CustomerRun, idOf } from '@enablement/core';
import { paint, printable } from './words.ts';

const MOST_SHOWN = 40;

/** What came of a plan; with `json` one object. */
export function showRun(run: CustomerRun, stuck: readonly ActionState[], json: boolean): readonly string[] {
  if (json) return [JSON.stringify(asJson(run, stuck))];
  const colour = run.status === 'applied' ? 'green' : 'red';
  return [
    paint(colour, `${run.file.domain}: ${run.status}. ${printable(run.said ?? '')}`.trim()),
    ...stuck.slice(0, MOST_SHOWN).map(({ action, status, detail, todo }) => {
      const why = [detail, todo].filter(Boolean).join(' ');
      return `  ${status === 'failed' ? '✗' : '·'} ${action.act} ${printable(idOf(action.resource))}: ${printable(why)}`;
    }),
    ...(stuck.length > MOST_SHOWN
      ? [`  … and ${stuck.length - MOST_SHOWN} more: enablement status ${run.id} --json has all.`]
      : []),
  ];
}

const asJson = ({ id, file, status, said, counts, by, begunAt, endedAt }: CustomerRun, stuck: readonly ActionState[]) => ({
  id,
  domain: file.domain,
  status,
  said,
  counts,
  by,
  begunAt,
  endedAt,
  stuck: stuck.map(({ action, status: state, detail, todo }) => ({
    act: action.act,
    id: idOf(action.resource),
    status: state,
    detail,
    todo,
  })),
});

/** A line a run. */
export function runLine({ id, status, counts, by, begunAt }: CustomerRun): string {
  const total = counts.ahead + counts.done + counts.failed + counts.skipped;
  const when = begunAt.toISOString().slice(0, 16).replace('T', ' ');
  return `${when} UTC  ${id}  ${status}  ${counts.done} of ${total} done, ${counts.failed} failed  by ${printable(by)}`;
}
