import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { html } from './html.ts';
import { richText } from './rich-text.ts';
import type { Fields, Surroundings } from './shapes.ts';

function cell(value: unknown, around: Surroundings): unknown {
  const fields = value as Fields;
  return fields.type === 'rich_text' ? richText(fields, around.snapshot) : String(fields.text ?? '');
}

/** A table. Where it is wider than its place it is scrolled, and then the keyboard comes to it. */
export function TableBlock({ rows, around }: { rows: readonly unknown[][]; around: Surroundings }): VNode {
  const box = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const place = box.current;
    if (place === null) return;
    const sizes = new ResizeObserver(() => setScrolls(place.scrollWidth > place.clientWidth));
    for (const part of [place, ...place.children]) sizes.observe(part);
    return () => sizes.disconnect();
  }, []);
  const [head, ...rest] = rows;
  const reached = scrolls ? { tabindex: 0, role: 'region', 'aria-label': 'Table, wider than its place' } : {};
  return html`<div class="wide" ref=${box} ...${reached}><table><thead><tr>${head?.map((each) => html`<th scope="col">${cell(each, around)}</th>`)}</tr></thead>
    <tbody>${rest.map((row) => html`<tr>${row.map((each) => html`<td>${cell(each, around)}</td>`)}</tr>`)}</tbody></table></div>`;
}
