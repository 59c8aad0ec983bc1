import type { VNode } from 'preact';
import type { FieldProps } from './fields.ts';
import { html } from './html.ts';
import type { Fields, Snapshot } from './shapes.ts';
import { plain } from './text.ts';

/** What is offered: the element's own options, or the workspace's people, channels or conversations. */
function offered(element: Fields, { people, channels }: Snapshot): Fields[] {
  const type = String(element.type);
  if (type.includes('users'))
    return people.filter((one) => !one.bot && !one.deactivated).map((one) => ({ value: one.id, text: { text: one.realName } }));
  if (!type.includes('channels') && !type.includes('conversations')) return (element.options ?? []) as Fields[];
  const { include } = (element.filter ?? {}) as { include?: string[] };
  return channels
    .filter(({ kind }) => (type.includes('channels') ? kind === 'public' : (include?.includes(kind) ?? true)))
    .map(({ id, name, kind }) => ({ value: id, text: { text: kind === 'im' ? name : `#${name}` } }));
}

export function SelectField(props: FieldProps): VNode {
  const { element, id, label, value, snapshot, change } = props;
  const many = String(element.type).startsWith('multi_');
  const chosen = Array.isArray(value) ? value : value === null ? [] : [value];
  const item = (option: Fields) =>
    html`<option value=${option.value} selected=${chosen.includes(String(option.value))}>${plain(option.text)}</option>`;
  const groups = (element.option_groups ?? []) as Fields[];
  const pick = (event: Event) => {
    const picked = [...(event.target as HTMLSelectElement).selectedOptions]
      .map((option) => option.value)
      .filter((one) => one !== '');
    change(many ? picked : (picked[0] ?? null));
  };
  return html`<select id=${id} multiple=${many} aria-label=${label} aria-describedby=${props.describedBy} aria-invalid=${props.invalid}
    autofocus=${props.focus} onChange=${pick}>
    ${!many && html`<option value="" selected=${chosen.length === 0}>${plain(element.placeholder) || 'Choose an option'}</option>`}
    ${offered(element, snapshot).map(item)}
    ${groups.map((group) => html`<optgroup label=${plain(group.label)}>${((group.options ?? []) as Fields[]).map(item)}</optgroup>`)}
  </select>`;
}
