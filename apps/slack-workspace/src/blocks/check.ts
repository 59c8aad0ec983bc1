import { type Fields, isFields } from '../json.ts';
import { checkOptionalText, checkText } from './composition.ts';
import { checkElement } from './elements.ts';
import { allowOnly, checkList, checkString, checkUrl, complain, inside, type Problem, type Spot } from './problem.ts';
import { checkPlan, checkRichText, checkTable, checkTask, taskFields } from './structures.ts';

type Surface = 'message' | 'modal' | 'home';
interface Rule {
  readonly surfaces: readonly Surface[];
  readonly fields: readonly string[];
  check(spot: Spot, block: Fields): void;
}

const everywhere: Surface[] = ['message', 'modal', 'home'];

function checkElements(spot: Spot, block: Fields, container: 'actions' | 'context', max: number): void {
  const elements = checkList(spot, block, 'elements', { min: 1, max });
  const ids = new Set<unknown>();
  elements?.forEach((element, index) => {
    const at = inside(spot, 'elements', index);
    const isText = container === 'context' && isFields(element) && element.type !== 'image';
    if (isText) checkText(at, element, { max: 3000 });
    else checkElement(at, element, container);
    const id = isFields(element) ? element.action_id : undefined;
    if (id !== undefined && ids.has(id))
      complain(inside(at, 'action_id'), 'failed_constraint', `duplicate action_id: ${String(id)}`);
    ids.add(id);
  });
}

const rules: { readonly [type: string]: Rule } = {
  section: {
    surfaces: everywhere,
    fields: ['text', 'fields', 'accessory', 'expand'],
    check(spot, block) {
      if (block.text === undefined && block.fields === undefined)
        complain(spot, 'missing_field', 'missing required field: text or fields');
      checkOptionalText(inside(spot, 'text'), block.text, { max: 3000 });
      const fields = checkList(spot, block, 'fields', { min: 1, max: 10, required: false });
      fields?.forEach((field, index) => {
        checkText(inside(spot, 'fields', index), field, { max: 2000 });
      });
      if (block.accessory !== undefined) checkElement(inside(spot, 'accessory'), block.accessory, 'section');
    },
  },
  header: {
    surfaces: everywhere,
    fields: ['text'],
    check: (spot, block) => checkText(inside(spot, 'text'), block.text, { max: 150, plain: true }),
  },
  divider: { surfaces: everywhere, fields: [], check: () => {} },
  context: { surfaces: everywhere, fields: ['elements'], check: (spot, block) => checkElements(spot, block, 'context', 10) },
  actions: { surfaces: everywhere, fields: ['elements'], check: (spot, block) => checkElements(spot, block, 'actions', 25) },
  image: {
    surfaces: everywhere,
    fields: ['alt_text', 'image_url', 'title', 'slack_file'],
    check(spot, block) {
      checkString(spot, block, 'alt_text', { max: 2000, required: true });
      checkUrl(spot, block, 'image_url');
      checkOptionalText(inside(spot, 'title'), block.title, { max: 2000, plain: true });
    },
  },
  input: {
    surfaces: everywhere,
    fields: ['label', 'element', 'hint', 'optional', 'dispatch_action'],
    check(spot, block) {
      checkText(inside(spot, 'label'), block.label, { max: 2000, plain: true });
      checkOptionalText(inside(spot, 'hint'), block.hint, { max: 2000, plain: true });
      if (block.element === undefined) complain(spot, 'missing_field', 'missing required field: element');
      else checkElement(inside(spot, 'element'), block.element, 'input');
    },
  },
  rich_text: { surfaces: everywhere, fields: ['elements'], check: (spot, block) => checkRichText(spot, block) },
  markdown: {
    surfaces: ['message'],
    fields: ['text'],
    check: (spot, block) => checkString(spot, block, 'text', { max: 12_000, min: 1, required: true }),
  },
  table: { surfaces: ['message'], fields: ['rows', 'column_settings'], check: checkTable },
  plan: { surfaces: ['message'], fields: ['title', 'tasks'], check: checkPlan },
  task_card: { surfaces: ['message'], fields: taskFields, check: checkTask },
};

function checkBlock(spot: Spot, block: unknown, surface: Surface, missing: readonly string[]): void {
  if (!isFields(block)) {
    complain(spot, 'wrong_type', 'must be a block');
    return;
  }
  const type = String(block.type);
  const rule = Object.hasOwn(rules, type) ? rules[type] : undefined;
  if (rule === undefined || !rule.surfaces.includes(surface) || missing.includes(type)) {
    complain(inside(spot, 'type'), 'unsupported_type', `unsupported type: ${String(block.type)} in a ${surface}`);
    return;
  }
  allowOnly(spot, block, ['type', 'block_id', ...rule.fields]);
  checkString(spot, block, 'block_id', { max: 255 });
  rule.check(spot, block);
}

/**
 * Checks a list of blocks against the limits of its surface: 50 blocks in a message, 100 in a view (docs.slack.dev, Block Kit reference).
 * @param missing types of blocks that this workspace does not have
 */
export function checkBlocks(
  value: unknown,
  surface: Surface,
  { pointer = '/blocks', missing = [] }: { readonly pointer?: string; readonly missing?: readonly string[] } = {},
): Problem[] {
  const spot: Spot = { pointer, problems: [] };
  if (!Array.isArray(value)) {
    complain(spot, 'wrong_type', 'must be an array');
    return spot.problems;
  }
  const most = surface === 'message' ? 50 : 100;
  if (value.length > most) complain(spot, 'failed_constraint', `no more than ${most} items allowed`);
  const ids = new Set<unknown>();
  for (const [index, block] of value.entries()) {
    checkBlock(inside(spot, index), block, surface, missing);
    const id = isFields(block) ? block.block_id : undefined;
    if (id !== undefined && ids.has(id))
      complain(inside(spot, index, 'block_id'), 'failed_constraint', `duplicate block_id: ${String(id)}`);
    ids.add(id);
  }
  return spot.problems;
}

const viewFields = [
  ...['type', 'title', 'submit', 'close', 'blocks', 'private_metadata', 'callback_id', 'clear_on_close'],
  ...['notify_on_close', 'external_id', 'submit_disabled'],
];

/** Checks a view (docs.slack.dev, modal views): short titles, 3000 characters of private_metadata, a submit button wherever there is an input. */
export function checkView(view: Fields, surface: 'modal' | 'home', pointer = '/view'): Problem[] {
  const spot: Spot = { pointer, problems: [] };
  if (view.type !== surface) complain(inside(spot, 'type'), 'unsupported_type', `must be ${surface}`);
  allowOnly(spot, view, viewFields);
  const short = { max: 24, plain: true };
  if (surface === 'modal') checkText(inside(spot, 'title'), view.title, short);
  checkOptionalText(inside(spot, 'submit'), view.submit, short);
  checkOptionalText(inside(spot, 'close'), view.close, short);
  checkString(spot, view, 'private_metadata', { max: 3000 });
  for (const name of ['callback_id', 'external_id']) checkString(spot, view, name, { max: 255 });
  const hasInput = Array.isArray(view.blocks) && view.blocks.some((block) => isFields(block) && block.type === 'input');
  if (surface === 'modal' && hasInput && view.submit === undefined)
    complain(spot, 'missing_field', 'missing required field: submit');
  return [...spot.problems, ...checkBlocks(view.blocks, surface, { pointer: `${pointer}/blocks` })];
}
