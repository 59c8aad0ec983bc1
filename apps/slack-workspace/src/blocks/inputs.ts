import { type Block, type Fields, fieldsAt, isFields, listAt, textAt } from '../json.ts';
import type { Draft, Entered } from '../views.ts';

/** An interactive element and the block it stands in. */
export interface Placed {
  readonly block: Block;
  readonly element: Fields;
}

/** Every interactive element of the blocks, in reading order. */
export function elementsOf(blocks: readonly Block[]): Placed[] {
  return blocks.flatMap((block) => {
    const single = fieldsAt(block, block.type === 'input' ? 'element' : 'accessory');
    const elements = block.type === 'actions' ? listAt(block, 'elements') : single === undefined ? [] : [single];
    return elements.filter((element) => element.type !== 'image').map((element) => ({ block, element }));
  });
}

/** Gives every interactive element the action_id that Slack would make up. */
export function withActionIds(blocks: readonly Block[]): Block[] {
  let count = 0;
  const named = (element: unknown): unknown => {
    if (!isFields(element) || element.type === 'image' || 'action_id' in element) return element;
    count += 1;
    return { ...element, action_id: `auto${count}` };
  };
  return blocks.map((block) => {
    if (block.type === 'actions') return { ...block, elements: listAt(block, 'elements').map(named) };
    if (block.type === 'input') return { ...block, element: named(block.element) };
    if (block.type === 'section' && block.accessory !== undefined) return { ...block, accessory: named(block.accessory) };
    return block;
  });
}

const single: { readonly [type: string]: readonly [selected: string, initial: string] } = {
  datepicker: ['selected_date', 'initial_date'],
  timepicker: ['selected_time', 'initial_time'],
  datetimepicker: ['selected_date_time', 'initial_date_time'],
  users_select: ['selected_user', 'initial_user'],
  conversations_select: ['selected_conversation', 'initial_conversation'],
  channels_select: ['selected_channel', 'initial_channel'],
};
const several: { readonly [type: string]: readonly [selected: string, initial: string] } = {
  multi_users_select: ['selected_users', 'initial_users'],
  multi_conversations_select: ['selected_conversations', 'initial_conversations'],
  multi_channels_select: ['selected_channels', 'initial_channels'],
};
const typed = ['plain_text_input', 'email_text_input', 'url_text_input', 'number_input'];
const oneOption = ['static_select', 'radio_buttons', 'overflow'];
const someOptions = ['checkboxes', 'multi_static_select'];

/** Whether the element keeps what a person chose; a button does not. */
export function keepsValue(element: Fields): boolean {
  const type = String(element.type);
  return (
    type !== 'overflow' &&
    (Object.hasOwn(single, type) ||
      Object.hasOwn(several, type) ||
      [...typed, ...oneOption, ...someOptions, 'rich_text_input', 'file_input'].includes(type))
  );
}

export function optionsOf(element: Fields): Fields[] {
  return [...listAt(element, 'options'), ...listAt(element, 'option_groups').flatMap((group) => listAt(group, 'options'))];
}

/** The option meant by a value or by its visible text. */
export function findOption(element: Fields, wanted: string): Fields | undefined {
  const options = optionsOf(element);
  const byText = (option: Fields) => textAt(fieldsAt(option, 'text') ?? {}, 'text') === wanted;
  return options.find((option) => option.value === wanted) ?? options.find(byText);
}

/** An option as payloads carry it: text and value, with its description where there is one. */
function bare(option: Fields): Fields {
  const { text, value, description } = option;
  return description === undefined ? { text, value } : { text, value, description };
}

function listed(entered: Entered): string[] {
  if (entered === null) return [];
  return Array.isArray(entered) ? entered : [entered];
}

/** The file object for the id of a file that a person chose. */
export type FileOf = (id: string) => Fields | undefined;

/** What a person typed into a field that takes formatted text: plain words, one part. */
function richText(text: string | null): Fields | null {
  if (text === null || text === '') return null;
  const words = { type: 'rich_text_section', elements: [{ type: 'text', text }] };
  return { type: 'rich_text', elements: [words] };
}

/** What `state.values` holds for one element: what was entered, or its initial value, or Slack's kind of nothing. */
export function stateOf(element: Fields, entered: Entered | undefined, fileOf: FileOf = () => undefined): Fields {
  const type = String(element.type);
  const one = Array.isArray(entered) ? (entered[0] ?? null) : entered;
  if (typed.includes(type)) {
    const value = one === undefined ? (textAt(element, 'initial_value') ?? null) : one;
    return { type, value: value === '' ? null : value };
  }
  if (oneOption.includes(type)) {
    const option = one === undefined ? fieldsAt(element, 'initial_option') : findOption(element, one ?? '');
    return { type, selected_option: option === undefined ? null : bare(option) };
  }
  if (someOptions.includes(type)) {
    const options =
      entered === undefined ? listAt(element, 'initial_options') : listed(entered).map((value) => findOption(element, value));
    return { type, selected_options: options.filter(isFields).map(bare) };
  }
  const many = Object.hasOwn(several, type) ? several[type] : undefined;
  if (many !== undefined) return { type, [many[0]]: entered === undefined ? (element[many[1]] ?? []) : listed(entered) };
  if (type === 'file_input') return { type, files: listed(entered ?? null).map((id) => fileOf(id) ?? { id }) };
  if (type === 'rich_text_input')
    return { type, rich_text_value: one === undefined ? (element.initial_value ?? null) : richText(one) };
  const [selected, initial] = single[type] ?? ['value', 'initial_value'];
  const chosen = one === undefined ? (element[initial] ?? null) : one === '' ? null : one;
  return { type, [selected]: type === 'datetimepicker' && chosen !== null ? Number(chosen) : chosen };
}

/** `state.values` of blocks: every element that keeps a value, by block_id and action_id. */
export function valuesOf(blocks: readonly Block[], draft: Draft, fileOf?: FileOf): { [blockId: string]: Fields } {
  const values: { [blockId: string]: Fields } = {};
  for (const { block, element } of elementsOf(blocks)) {
    if (!keepsValue(element)) continue;
    const actionId = String(element.action_id);
    const state = stateOf(element, draft[block.block_id]?.[actionId], fileOf);
    values[block.block_id] = { ...values[block.block_id], [actionId]: state };
  }
  return values;
}

function isEmpty(state: Fields): boolean {
  return Object.entries(state).every(
    ([name, value]) => name === 'type' || value === null || (Array.isArray(value) && value.length === 0),
  );
}

function complaintAbout(element: Fields, state: Fields): string | undefined {
  const value = textAt(state, 'value');
  if (value === undefined) return undefined;
  const { min_length: shortest, max_length: longest, min_value: least, max_value: most } = element;
  if (typeof shortest === 'number' && value.length < shortest) return `Write at least ${shortest} characters.`;
  if (typeof longest === 'number' && value.length > longest) return `Write at most ${longest} characters.`;
  if (element.type === 'email_text_input' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) return 'Write an e-mail address.';
  if (element.type === 'url_text_input' && !(URL.canParse(value) && /^https?:/i.test(value)))
    return 'Write a full URL, such as https://example.com.';
  if (element.type !== 'number_input') return undefined;
  const number = Number(value);
  if (Number.isNaN(number) || (element.is_decimal_allowed !== true && !Number.isInteger(number))) return 'Write a number.';
  if (least !== undefined && number < Number(least)) return `Write a number of at least ${String(least)}.`;
  if (most !== undefined && number > Number(most)) return `Write a number of at most ${String(most)}.`;
  return undefined;
}

function complaintAboutFiles({ filetypes, max_files: most = 10 }: Fields, state: Fields): string | undefined {
  const files = listAt(state, 'files');
  if (files.length > Number(most)) return `Choose at most ${String(most)} ${most === 1 ? 'file' : 'files'}.`;
  const fits = (file: Fields) => !Array.isArray(filetypes) || filetypes.includes(file.filetype);
  const stray = files.find((file) => !fits(file));
  return stray === undefined ? undefined : `${String(stray.name)} is not of a type that is taken here: ${String(filetypes)}.`;
}

/** What Slack's own client refuses before the app hears of it: an empty required field, a malformed e-mail address, a text too long. By block_id. */
export function checkEntered(blocks: readonly Block[], draft: Draft, fileOf?: FileOf): { [blockId: string]: string } {
  const values = valuesOf(blocks, draft, fileOf);
  const errors: { [blockId: string]: string } = {};
  for (const { block, element } of elementsOf(blocks)) {
    const state = values[block.block_id]?.[String(element.action_id)];
    if (block.type !== 'input' || !isFields(state)) continue;
    const empty = isEmpty(state);
    if (empty && block.optional !== true) errors[block.block_id] = 'This field is required.';
    const complaint = empty ? undefined : (complaintAbout(element, state) ?? complaintAboutFiles(element, state));
    if (complaint !== undefined) errors[block.block_id] = complaint;
  }
  return errors;
}
