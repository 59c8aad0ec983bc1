import type { VNode } from 'preact';
import { FileField } from './file-field.ts';
import { html } from './html.ts';
import { SelectField } from './select-field.ts';
import type { Entered, Fields, Snapshot } from './shapes.ts';
import { plain } from './text.ts';

export interface FieldProps {
  readonly element: Fields;
  readonly id: string;
  /** Given where no visible label belongs to the field. */
  readonly label?: string;
  readonly value: Entered;
  readonly snapshot: Snapshot;
  readonly describedBy?: string;
  readonly invalid?: boolean;
  readonly required?: boolean;
  readonly focus?: boolean;
  change(value: Entered): void;
  /** Enter was pressed in a line of text. */
  enter?(): void;
}

const inputTypes: { readonly [type: string]: string } = {
  plain_text_input: 'text',
  email_text_input: 'email',
  url_text_input: 'url',
  number_input: 'number',
  datepicker: 'date',
  timepicker: 'time',
  datetimepicker: 'datetime-local',
};
const selects = [
  'static_select',
  'multi_static_select',
  'users_select',
  'multi_users_select',
  'conversations_select',
  'channels_select',
  'multi_conversations_select',
  'multi_channels_select',
];
const ticks = ['radio_buttons', 'checkboxes'];

export function isField(element: Fields): boolean {
  const type = String(element.type);
  return (
    type in inputTypes || selects.includes(type) || ticks.includes(type) || type === 'file_input' || type === 'rich_text_input'
  );
}

/** Whether the field is several controls under one legend. */
export function isGroup(element: Fields): boolean {
  return ticks.includes(String(element.type));
}

/** The words of formatted text, as far as a plain field shows them. */
function plainOf(value: unknown): Entered {
  if (typeof value !== 'object' || value === null) return null;
  const parts = ((value as Fields).elements ?? []) as Fields[];
  const words = parts.map((part) => ((part.elements ?? []) as Fields[]).map((leaf) => String(leaf.text ?? '')).join(''));
  return words.join('\n');
}

/** What stands in a field, out of an entry of `state.values`. */
export function enteredOf(state: Fields | undefined): Entered {
  if (state === undefined) return null;
  const option = (one: unknown) => String((one as Fields).value);
  if (Array.isArray(state.selected_options)) return state.selected_options.map(option);
  const several = [state.selected_users, state.selected_conversations, state.selected_channels].find(Array.isArray);
  if (several !== undefined) return several.map(String);
  if (Array.isArray(state.files)) return state.files.map((file) => String((file as Fields).id));
  if (state.type === 'rich_text_input') return plainOf(state.rich_text_value);
  if (state.selected_option !== undefined && state.selected_option !== null) return option(state.selected_option);
  const named = Object.entries(state).find(([name, value]) => name !== 'type' && value !== null && name !== 'selected_option');
  return named === undefined ? null : String(named[1]);
}

function Ticks({ element, id, value, change, label, describedBy }: FieldProps): VNode {
  const chosen = Array.isArray(value) ? value : value === null ? [] : [value];
  const many = element.type === 'checkboxes';
  const toggle = (option: string, on: boolean) =>
    change(many ? [...chosen.filter((one) => one !== option), ...(on ? [option] : [])] : option);
  const named = label === undefined ? {} : { role: many ? 'group' : 'radiogroup', 'aria-label': label };
  return html`<div class="ticks" id=${id} aria-describedby=${describedBy} ...${named}>
    ${((element.options ?? []) as Fields[]).map((option) => {
      const on = chosen.includes(String(option.value));
      const flip = (event: Event) => toggle(String(option.value), (event.target as HTMLInputElement).checked);
      return html`<label class="tick"><input type=${many ? 'checkbox' : 'radio'} name=${id} checked=${on} onChange=${flip} />
        <span>${plain(option.text)}${option.description !== undefined && html`<small>${plain(option.description)}</small>`}</span></label>`;
    })}
  </div>`;
}

/** Seconds since 1970, as a datetimepicker keeps them, and the text of the browser's own picker. */
const toLocal = (seconds: string) =>
  new Date(Number(seconds) * 1000 - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
const toSeconds = (local: string) => (local === '' ? null : String(Math.floor(new Date(local).getTime() / 1000)));

/** One input of any kind that modals and messages use. */
export function Field(props: FieldProps): VNode {
  const { element, id, label, value, change } = props;
  const type = String(element.type);
  if (ticks.includes(type)) return html`<${Ticks} ...${props} />`;
  if (selects.includes(type)) return html`<${SelectField} ...${props} />`;
  if (type === 'file_input') return html`<${FileField} ...${props} />`;
  const shown = value === null ? '' : String(value);
  const common = {
    id,
    'aria-label': label,
    'aria-describedby': props.describedBy,
    'aria-invalid': props.invalid,
    'aria-required': props.required,
    autofocus: props.focus,
    placeholder: plain(element.placeholder),
    maxLength: element.max_length ?? 3000,
    autocomplete: 'off',
  };
  const moment = type === 'datetimepicker';
  const input = (event: Event) => {
    const text = (event.target as HTMLInputElement).value;
    change(moment ? toSeconds(text) : text);
  };
  if (element.multiline === true || type === 'rich_text_input')
    return html`<textarea ...${common} rows="4" value=${shown} onInput=${input}></textarea>`;
  const key = (event: KeyboardEvent) => event.key === 'Enter' && props.enter?.();
  const step = type === 'number_input' && element.is_decimal_allowed === true ? 'any' : undefined;
  return html`<input ...${common} type=${inputTypes[type] ?? 'text'} step=${step} value=${moment && shown !== '' ? toLocal(shown) : shown}
    onInput=${input} onKeyDown=${key} />`;
}
