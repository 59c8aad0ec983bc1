import type { ComponentChildren, VNode } from 'preact';
import { withEmoji } from './emoji.ts';
import { html } from './html.ts';
import type { Fields, Snapshot } from './shapes.ts';
import { date, link } from './text.ts';

function list(value: unknown): Fields[] {
  return Array.isArray(value) ? (value as Fields[]) : [];
}

function styled(element: Fields, inner: ComponentChildren): ComponentChildren {
  const style = (element.style ?? {}) as Fields;
  let shown = inner;
  if (style.code === true) shown = html`<code>${shown}</code>`;
  if (style.strike === true) shown = html`<s>${shown}</s>`;
  if (style.italic === true) shown = html`<em>${shown}</em>`;
  if (style.bold === true) shown = html`<strong>${shown}</strong>`;
  return shown;
}

function leaf(element: Fields, snapshot: Snapshot): ComponentChildren {
  switch (element.type) {
    case 'link':
      return /^(https?|mailto):/i.test(String(element.url))
        ? link(String(element.url), String(element.text ?? element.url))
        : String(element.text ?? '');
    case 'emoji':
      return withEmoji(`:${String(element.name)}:`);
    case 'user':
      return html`<span class="mention">@${snapshot.people.find((one) => one.id === element.user_id)?.name ?? element.user_id}</span>`;
    case 'channel':
      return html`<span class="mention">#${snapshot.channels.find((one) => one.id === element.channel_id)?.name ?? element.channel_id}</span>`;
    case 'usergroup':
      return html`<span class="mention">@${snapshot.groups.find((one) => one.id === element.usergroup_id)?.handle ?? element.usergroup_id}</span>`;
    case 'broadcast':
      return html`<span class="mention">@${element.range}</span>`;
    case 'date':
      return styled(element, date(Number(element.timestamp), String(element.format), String(element.fallback ?? '')));
    default:
      return styled(element, withEmoji(String(element.text ?? '')));
  }
}

function part(element: Fields, snapshot: Snapshot): VNode {
  const inner = () => list(element.elements).map((one) => leaf(one, snapshot));
  if (element.type === 'rich_text_preformatted') return html`<pre>${inner()}</pre>`;
  if (element.type === 'rich_text_quote') return html`<blockquote>${inner()}</blockquote>`;
  if (element.type !== 'rich_text_list') return html`<p class="plain">${inner()}</p>`;
  const items = list(element.elements).map((one) => html`<li>${list(one.elements).map((each) => leaf(each, snapshot))}</li>`);
  return element.style === 'ordered' ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
}

/** A rich_text block. */
export function richText(block: Fields, snapshot: Snapshot): VNode {
  return html`<div class="rich">${list(block.elements).map((element) => part(element, snapshot))}</div>`;
}
