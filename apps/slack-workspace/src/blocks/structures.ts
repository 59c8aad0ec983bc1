import { type Fields, isFields } from '../json.ts';
import { checkList, checkString, complain, inside, type Spot } from './problem.ts';

const richParts = ['rich_text_section', 'rich_text_list', 'rich_text_preformatted', 'rich_text_quote'];
const states = ['pending', 'in_progress', 'complete', 'error'];

/** Rich text: its parts must be of the four kinds; what stands inside them is not checked. */
export function checkRichText(spot: Spot, block: Fields): void {
  const parts = checkList(spot, block, 'elements', { min: 1, max: 100 });
  parts?.forEach((part, index) => {
    const type = isFields(part) ? String(part.type) : 'none';
    if (!richParts.includes(type))
      complain(inside(spot, 'elements', index, 'type'), 'unsupported_type', `unsupported type: ${type}`);
  });
}

/** A table: at most 100 rows of 20 cells (docs.slack.dev, table block). */
export function checkTable(spot: Spot, block: Fields): void {
  const rows = checkList(spot, block, 'rows', { min: 1, max: 100 });
  rows?.forEach((row, index) => {
    checkList(inside(spot, 'rows'), { [index]: row }, String(index), { min: 1, max: 20 });
  });
}

/** A step of a plan. */
export function checkTask(spot: Spot, block: Fields): void {
  checkString(spot, block, 'task_id', { max: 255, min: 1, required: true });
  checkString(spot, block, 'title', { max: 256, min: 1, required: true });
  if (!states.includes(String(block.status)))
    complain(inside(spot, 'status'), 'failed_constraint', `must be one of ${states.join(', ')}`);
  for (const name of ['details', 'output']) {
    const value = block[name];
    if (value === undefined) continue;
    if (!isFields(value) || value.type !== 'rich_text') complain(inside(spot, name), 'wrong_type', 'must be a rich_text block');
    else checkRichText(inside(spot, name), value);
  }
}

/** A plan and its steps. Slack gives no number of steps in its reference, so only the message's 50 is held here. */
export function checkPlan(spot: Spot, block: Fields): void {
  checkString(spot, block, 'title', { max: 256, min: 1, required: true });
  const tasks = checkList(spot, block, 'tasks', { min: 0, max: 50, required: false });
  tasks?.forEach((task, index) => {
    const at = inside(spot, 'tasks', index);
    if (isFields(task)) checkTask(at, task);
    else complain(at, 'wrong_type', 'must be a task_card');
  });
}
