import { type Enablement, type StepShown, type StepStatus, showSteps } from '@enablement/core';
import type { PlanBlock, RichTextElement, TaskCardBlock } from '@slack/types';
import { cut, date, richText, text } from './rich-text.ts';
import { mark, moment, plain, SIGN } from './words.ts';

const STATE: Readonly<Record<StepStatus, TaskCardBlock['status']>> = {
  ahead: 'pending',
  running: 'in_progress',
  waiting: 'in_progress',
  done: 'complete',
  problem: 'error',
};

/** As Slack's own plan: workspaces that have it show which step is done, under way, failed or to come. */
export function stepPlan(enablement: Enablement): PlanBlock {
  const shown = showSteps(enablement);
  const done = shown.filter(({ status }) => status === 'done').length;
  return {
    type: 'plan',
    title: `Base enablement: ${done} of ${shown.length} steps done`,
    tasks: shown.map((step): TaskCardBlock => {
      const said = saidOf(step);
      return {
        type: 'task_card',
        task_id: step.name,
        title: cut(step.name, 250),
        status: STATE[step.status],
        ...(said.length === 0 ? {} : { [step.status === 'done' ? 'output' : 'details']: richText(...said) }),
      };
    }),
  };
}

function saidOf({ status, detail, todo, since }: StepShown): readonly (readonly RichTextElement[])[] {
  const at = since ? [text(' since '), date(since)] : [];
  if (status === 'waiting') return [[text(`waiting for ${detail ?? 'somebody'}`), ...at]];
  if (detail === undefined) return [];
  return [[text(detail)], ...(status === 'problem' && todo ? [[text(`→ ${todo}`)]] : [])];
}

/** The same as lines, for workspaces without plans and for forms. */
export const stepLines = (enablement: Enablement): readonly string[] => showSteps(enablement).map(stepLine);

function stepLine({ name, status, detail, todo, since }: StepShown): string {
  const sign = mark(SIGN[status]);
  const shown = detail === undefined ? '' : plain(detail);
  switch (status) {
    case 'ahead':
      return `${sign} ${name}`;
    case 'waiting':
      return `${sign} *${name}*: waiting for ${shown}${since ? ` since ${moment(since)}` : ''}`;
    case 'problem':
      return `${sign} *${name}*: ${shown}${todo ? `\n      → ${plain(todo)}` : ''}`;
    default:
      return `${sign} ${name}${shown ? `: ${shown}` : ''}`;
  }
}
