import { type Fields, isFields } from '../json.ts';
import { allowOnly, checkList, checkString, checkUrl, complain, inside, type Spot } from './problem.ts';

const containers = ['rich_text_section', 'rich_text_list', 'rich_text_preformatted', 'rich_text_quote'];
const states = ['pending', 'in_progress', 'complete', 'error'];
/** What stands inside of a section, a quote or a preformatted part, and which field it must carry. */
const leaves: { readonly [type: string]: string } = {
  text: 'text',
  link: 'url',
  emoji: 'name',
  user: 'user_id',
  usergroup: 'usergroup_id',
  channel: 'channel_id',
  broadcast: 'range',
  team: 'team_id',
  color: 'value',
  date: 'format',
};

function checkLeaf(spot: Spot, leaf: unknown): void {
  const type = isFields(leaf) ? String(leaf.type) : 'none';
  const needs = Object.hasOwn(leaves, type) ? leaves[type] : undefined;
  if (!isFields(leaf) || needs === undefined) complain(inside(spot, 'type'), 'unsupported_type', `unsupported type: ${type}`);
  else checkString(spot, leaf, needs, { max: 12_000, min: 1, required: true });
  if (isFields(leaf) && type === 'date' && !Number.isInteger(leaf.timestamp))
    complain(inside(spot, 'timestamp'), 'wrong_type', 'must be a whole number of seconds');
}

function checkPart(spot: Spot, part: unknown): void {
  const type = isFields(part) ? String(part.type) : 'none';
  if (!isFields(part) || !containers.includes(type)) {
    complain(inside(spot, 'type'), 'unsupported_type', `unsupported type: ${type}`);
    return;
  }
  const isList = type === 'rich_text_list';
  allowOnly(spot, part, isList ? ['type', 'elements', 'style', 'indent', 'offset', 'border'] : ['type', 'elements', 'border']);
  if (isList && !['bullet', 'ordered'].includes(String(part.style)))
    complain(inside(spot, 'style'), 'failed_constraint', 'must be bullet or ordered');
  const elements = checkList(spot, part, 'elements', { min: isList ? 1 : 0, max: 1000 });
  elements?.forEach((element, index) => {
    const at = inside(spot, 'elements', index);
    if (!isList) checkLeaf(at, element);
    else if (isFields(element) && element.type === 'rich_text_section') checkPart(at, element);
    else complain(inside(at, 'type'), 'unsupported_type', 'must be rich_text_section');
  });
}

/** Rich text (docs.slack.dev, rich text block): four kinds of parts, and in them what people write. */
export function checkRichText(spot: Spot, block: Fields, most = 100): void {
  checkList(spot, block, 'elements', { min: 1, max: most })?.forEach((part, index) => {
    checkPart(inside(spot, 'elements', index), part);
  });
}

function checkCell(spot: Spot, cell: unknown): void {
  const type = isFields(cell) ? String(cell.type) : 'none';
  if (isFields(cell) && type === 'rich_text') checkRichText(spot, cell);
  else if (isFields(cell) && type === 'raw_text') checkString(spot, cell, 'text', { max: 10_000, required: true });
  else if (!isFields(cell) || type !== 'raw_number')
    complain(inside(spot, 'type'), 'unsupported_type', `unsupported type: ${type}`);
}

/** A table: at most 100 rows of 20 cells, 20 column settings (docs.slack.dev, table block). */
export function checkTable(spot: Spot, block: Fields): void {
  const rows = checkList(spot, block, 'rows', { min: 1, max: 100 });
  rows?.forEach((row, index) => {
    checkList(inside(spot, 'rows'), { [index]: row }, String(index), { min: 1, max: 20 })?.forEach((cell, column) => {
      checkCell(inside(spot, 'rows', index, column), cell);
    });
  });
  checkList(spot, block, 'column_settings', { min: 0, max: 20, required: false });
}

export const taskFields = ['task_id', 'title', 'status', 'details', 'output', 'sources'];

/**
 * A step of a plan (docs.slack.dev, task card block; @slack/types wants the status, the page calls it optional). Details and output
 * are "a single rich_text entity", which is read narrowly here: a rich_text with one part.
 */
export function checkTask(spot: Spot, block: Fields): void {
  checkString(spot, block, 'task_id', { max: 255, min: 1, required: true });
  checkString(spot, block, 'title', { max: 256, min: 1, required: true });
  if (block.status !== undefined && !states.includes(String(block.status)))
    complain(inside(spot, 'status'), 'failed_constraint', `must be one of ${states.join(', ')}`);
  for (const name of ['details', 'output']) {
    const value = block[name];
    if (value === undefined) continue;
    const at = inside(spot, name);
    if (!isFields(value) || value.type !== 'rich_text') {
      complain(at, 'wrong_type', 'must be a rich_text block');
      continue;
    }
    allowOnly(at, value, ['type', 'block_id', 'elements']);
    checkRichText(at, value, 1);
  }
  checkList(spot, block, 'sources', { min: 0, max: 100, required: false })?.forEach((source, index) => {
    const at = inside(spot, 'sources', index);
    if (!isFields(source) || source.type !== 'url') {
      complain(inside(at, 'type'), 'unsupported_type', 'must be url');
      return;
    }
    allowOnly(at, source, ['type', 'url', 'text']);
    for (const name of ['url', 'text']) checkString(at, source, name, { max: 3000, min: 1, required: true });
    checkUrl(at, source, 'url');
  });
}

/** A plan and its steps (docs.slack.dev, plan block). Slack gives no number of steps in its reference, so only the message's 50 is held here. */
export function checkPlan(spot: Spot, block: Fields): void {
  checkString(spot, block, 'title', { max: 256, min: 1, required: true });
  const known = new Set<unknown>();
  checkList(spot, block, 'tasks', { min: 0, max: 50, required: false })?.forEach((task, index) => {
    const at = inside(spot, 'tasks', index);
    if (!isFields(task) || task.type !== 'task_card') {
      complain(inside(at, 'type'), 'unsupported_type', 'must be task_card');
      return;
    }
    allowOnly(at, task, ['type', 'block_id', ...taskFields]);
    checkTask(at, task);
    if (known.has(task.task_id))
      complain(inside(at, 'task_id'), 'failed_constraint', `duplicate task_id: ${String(task.task_id)}`);
    known.add(task.task_id);
  });
}
