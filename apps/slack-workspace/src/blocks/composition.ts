import { isFields } from '../json.ts';
import { allowOnly, checkList, checkString, checkUrl, complain, inside, type Spot } from './problem.ts';

interface TextRule {
  readonly max: number;
  readonly min?: number;
  /** Only `plain_text`. */
  readonly plain?: boolean;
}

/** A text object (docs.slack.dev, text object). */
export function checkText(spot: Spot, value: unknown, rule: TextRule): void {
  if (!isFields(value)) {
    complain(spot, 'wrong_type', 'must be a text object');
    return;
  }
  if (value.type !== 'plain_text' && (rule.plain === true || value.type !== 'mrkdwn')) {
    complain(inside(spot, 'type'), 'unsupported_type', `must be ${rule.plain === true ? 'plain_text' : 'plain_text or mrkdwn'}`);
    return;
  }
  allowOnly(spot, value, value.type === 'mrkdwn' ? ['type', 'text', 'verbatim'] : ['type', 'text', 'emoji']);
  checkString(spot, value, 'text', { max: rule.max, min: rule.min ?? 1, required: true });
}

/** A text object that may be left out. */
export function checkOptionalText(spot: Spot, value: unknown, rule: TextRule): void {
  if (value !== undefined) checkText(spot, value, rule);
}

/** A confirmation dialog (docs.slack.dev, confirmation dialog object). */
export function checkConfirm(spot: Spot, value: unknown): void {
  if (value === undefined) return;
  if (!isFields(value)) {
    complain(spot, 'wrong_type', 'must be a confirm object');
    return;
  }
  allowOnly(spot, value, ['title', 'text', 'confirm', 'deny', 'style']);
  checkText(inside(spot, 'title'), value.title, { max: 100, plain: true });
  checkText(inside(spot, 'text'), value.text, { max: 300 });
  checkText(inside(spot, 'confirm'), value.confirm, { max: 30, plain: true });
  checkText(inside(spot, 'deny'), value.deny, { max: 30, plain: true });
  checkStyle(spot, value.style);
}

export function checkStyle(spot: Spot, value: unknown): void {
  if (value !== undefined && value !== 'primary' && value !== 'danger')
    complain(inside(spot, 'style'), 'failed_constraint', 'must be primary or danger');
}

/** One option: 75 characters of text, 150 of value, 75 of description (docs.slack.dev, option object). */
export function checkOption(spot: Spot, value: unknown, plain: boolean): void {
  if (!isFields(value)) {
    complain(spot, 'wrong_type', 'must be an option object');
    return;
  }
  allowOnly(spot, value, ['text', 'value', 'description', 'url']);
  checkText(inside(spot, 'text'), value.text, { max: 75, plain });
  checkString(spot, value, 'value', { max: 150, min: 1, required: true });
  checkOptionalText(inside(spot, 'description'), value.description, { max: 75, plain });
  checkUrl(spot, value, 'url');
}

export function checkOptions(spot: Spot, fields: { [name: string]: unknown }, rule: { max: number; plain: boolean }): void {
  const options = checkList(spot, fields, 'options', { min: 1, max: rule.max });
  options?.forEach((option, index) => {
    checkOption(inside(spot, 'options', index), option, rule.plain);
  });
  const initials = fields.initial_options ?? (fields.initial_option === undefined ? [] : [fields.initial_option]);
  if (!Array.isArray(initials) || options === undefined) return;
  const known = new Set(options.filter(isFields).map((option) => option.value));
  for (const initial of initials.filter(isFields)) {
    if (!known.has(initial.value)) complain(spot, 'failed_constraint', 'initial options must be among the options');
  }
}
