import { type Fields, isFields } from '../json.ts';
import { checkConfirm, checkOptionalText, checkOptions, checkStyle, checkText } from './composition.ts';
import { allowOnly, checkList, checkString, checkUrl, complain, inside, type Spot } from './problem.ts';

type Container = 'section' | 'actions' | 'input' | 'context' | 'context_actions';
interface Rule {
  readonly where: readonly Container[];
  readonly fields: readonly string[];
  check(spot: Spot, element: Fields): void;
}

const always = ['type', 'action_id'];
const chosen = ['placeholder', 'confirm', 'focus_on_load'];

function checkInput(spot: Spot, element: Fields): void {
  checkOptionalText(inside(spot, 'placeholder'), element.placeholder, { max: 150, plain: true });
  checkConfirm(inside(spot, 'confirm'), element.confirm);
}

/** Between one and ten files, each with an extension from the list if there is one (docs.slack.dev, file input element). */
function checkFileInput(spot: Spot, element: Fields): void {
  const { max_files: most } = element;
  if (most !== undefined && !(Number.isInteger(most) && Number(most) >= 1 && Number(most) <= 10))
    complain(inside(spot, 'max_files'), 'failed_constraint', 'must be a whole number from 1 to 10');
  checkList(spot, element, 'filetypes', { min: 1, max: 100, required: false })?.forEach((type, index) => {
    if (typeof type !== 'string') complain(inside(spot, 'filetypes', index), 'wrong_type', 'must be a string');
  });
}

function checkSelect(spot: Spot, element: Fields): void {
  checkInput(spot, element);
  if (element.option_groups === undefined) {
    checkOptions(spot, element, { max: 100, plain: true });
    return;
  }
  const groups = checkList(spot, element, 'option_groups', { min: 1, max: 100 });
  for (const [index, group] of (groups ?? []).entries()) {
    const at = inside(spot, 'option_groups', index);
    if (isFields(group)) {
      checkText(inside(at, 'label'), group.label, { max: 75, plain: true });
      checkOptions(at, group, { max: 100, plain: true });
    } else complain(at, 'wrong_type', 'must be an option group');
  }
}

function checkTyped(spot: Spot, element: Fields): void {
  checkInput(spot, element);
  checkString(spot, element, 'initial_value', { max: 3000 });
  for (const name of ['min_length', 'max_length']) {
    const value = element[name];
    if (value !== undefined && !(Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 3000))
      complain(inside(spot, name), 'failed_constraint', 'must be a whole number up to 3000');
  }
}

function select(where: readonly Container[], fields: readonly string[], check = checkSelect): Rule {
  return { where, fields: [...always, ...chosen, ...fields], check };
}

function typed(fields: readonly string[]): Rule {
  const common = ['initial_value', 'dispatch_action_config', 'focus_on_load', 'placeholder'];
  return { where: ['input'], fields: [...always, ...common, ...fields], check: checkTyped };
}

const anywhere: Container[] = ['section', 'actions', 'input'];
const ticked: Rule['check'] = (spot, element) => {
  checkConfirm(inside(spot, 'confirm'), element.confirm);
  checkOptions(spot, element, { max: 10, plain: false });
};

const rules: { readonly [type: string]: Rule } = {
  button: {
    where: ['section', 'actions'],
    fields: [...always, 'text', 'url', 'value', 'style', 'confirm', 'accessibility_label'],
    check(spot, element) {
      checkText(inside(spot, 'text'), element.text, { max: 75, plain: true });
      checkString(spot, element, 'value', { max: 2000 });
      checkString(spot, element, 'accessibility_label', { max: 75 });
      checkUrl(spot, element, 'url');
      checkStyle(spot, element.style);
      checkConfirm(inside(spot, 'confirm'), element.confirm);
    },
  },
  overflow: {
    where: ['section', 'actions'],
    fields: [...always, 'options', 'confirm'],
    check(spot, element) {
      checkOptions(spot, element, { max: 5, plain: true });
      checkConfirm(inside(spot, 'confirm'), element.confirm);
    },
  },
  image: {
    where: ['section', 'context'],
    fields: ['type', 'image_url', 'alt_text', 'slack_file'],
    check(spot, element) {
      checkString(spot, element, 'alt_text', { max: 2000, required: true });
      checkUrl(spot, element, 'image_url');
    },
  },
  static_select: select(anywhere, ['options', 'option_groups', 'initial_option']),
  multi_static_select: select(['section', 'input'], ['options', 'option_groups', 'initial_options', 'max_selected_items']),
  users_select: select(anywhere, ['initial_user'], checkInput),
  multi_users_select: select(['section', 'input'], ['initial_users', 'max_selected_items'], checkInput),
  conversations_select: select(
    anywhere,
    ['initial_conversation', 'default_to_current_conversation', 'response_url_enabled', 'filter'],
    checkInput,
  ),
  channels_select: select(anywhere, ['initial_channel', 'response_url_enabled'], checkInput),
  multi_conversations_select: select(
    ['section', 'input'],
    ['initial_conversations', 'default_to_current_conversation', 'max_selected_items', 'filter'],
    checkInput,
  ),
  multi_channels_select: select(['section', 'input'], ['initial_channels', 'max_selected_items'], checkInput),
  radio_buttons: { where: anywhere, fields: [...always, ...chosen, 'options', 'initial_option'], check: ticked },
  checkboxes: { where: anywhere, fields: [...always, ...chosen, 'options', 'initial_options'], check: ticked },
  datepicker: select(anywhere, ['initial_date'], checkInput),
  timepicker: select(anywhere, ['initial_time', 'timezone'], checkInput),
  datetimepicker: select(['actions', 'input'], ['initial_date_time'], checkInput),
  plain_text_input: typed(['multiline', 'min_length', 'max_length']),
  email_text_input: typed([]),
  url_text_input: typed([]),
  number_input: typed(['is_decimal_allowed', 'min_value', 'max_value']),
  rich_text_input: {
    where: ['input'],
    fields: [...always, 'initial_value', 'dispatch_action_config', 'focus_on_load', 'placeholder'],
    check: checkInput,
  },
  file_input: { where: ['input'], fields: [...always, 'filetypes', 'max_files'], check: checkFileInput },
};

/** One interactive element in its container: does it exist, may it stand there, and is it within Slack's limits. */
export function checkElement(spot: Spot, value: unknown, container: Container): void {
  if (!isFields(value)) {
    complain(spot, 'wrong_type', 'must be an element');
    return;
  }
  const type = String(value.type);
  const rule = Object.hasOwn(rules, type) ? rules[type] : undefined;
  if (rule === undefined || !rule.where.includes(container)) {
    complain(inside(spot, 'type'), 'unsupported_type', `unsupported type: ${String(value.type)} in ${container}`);
    return;
  }
  allowOnly(spot, value, rule.fields);
  checkString(spot, value, 'action_id', { max: 255, min: 1 });
  rule.check(spot, value);
}
