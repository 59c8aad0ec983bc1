import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Confirm } from './confirm.ts';
import { Field, isField } from './fields.ts';
import { html } from './html.ts';
import type { Entered, Fields, Surroundings } from './shapes.ts';
import { plain } from './text.ts';

interface Props {
  readonly element: Fields;
  readonly blockId: string;
  readonly around: Surroundings;
}

/** A button; one with a URL opens it and tells the app as well, as Slack does. */
function Button({ element, blockId, around }: Props): VNode {
  const [asking, ask] = useState(false);
  const style = element.style === 'primary' || element.style === 'danger' ? element.style : '';
  const act = () => around.act({ action_id: String(element.action_id), block_id: blockId });
  const label = element.accessibility_label;
  const named = typeof label === 'string' ? { 'aria-label': label } : {};
  if (typeof element.url === 'string') {
    return html`<a class="button ${style}" href=${element.url} target="_blank" rel="noopener noreferrer" ...${named} onClick=${act}
      >${plain(element.text)}<span class="out" aria-hidden="true"> ↗</span></a>`;
  }
  const answer = (agreed: boolean) => {
    ask(false);
    if (agreed) act();
  };
  const press = () => (element.confirm === undefined ? act() : ask(true));
  return html`<button type="button" class="button ${style}" ...${named} onClick=${press}>${plain(element.text)}</button>
    ${asking && html`<${Confirm} confirm=${element.confirm} snapshot=${around.snapshot} done=${answer} />`}`;
}

/** The three dots and their menu. */
function Overflow({ element, blockId, around }: Props): VNode {
  const [open, show] = useState(false);
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (open) menu.current?.querySelector('button')?.focus();
  }, [open]);
  const choose = (value: string) => {
    show(false);
    around.act({ action_id: String(element.action_id), block_id: blockId, value });
  };
  const move = (event: KeyboardEvent) => {
    const items = [...(menu.current?.querySelectorAll('button') ?? [])];
    const at = items.indexOf(document.activeElement as HTMLButtonElement);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      items[(at + step + items.length) % items.length]?.focus();
    }
    if (event.key === 'Escape') {
      // Otherwise the browser would close the modal around it.
      event.preventDefault();
      event.stopPropagation();
      show(false);
      (menu.current?.previousElementSibling as HTMLElement | null)?.focus();
    }
  };
  const leave = (event: FocusEvent) => {
    const within = event.currentTarget as HTMLElement;
    if (event.relatedTarget instanceof Node && !within.contains(event.relatedTarget)) show(false);
  };
  const options = (element.options ?? []) as Fields[];
  return html`<span class="overflow" onKeyDown=${open ? move : undefined} onFocusOut=${leave}>
    <button type="button" class="button" aria-label="More actions" aria-haspopup="menu" aria-expanded=${open} onClick=${() => show(!open)}>⋯</button>
    ${
      open &&
      html`<div class="menu" role="menu" ref=${menu}>
      ${options.map((option) => html`<button type="button" role="menuitem" onClick=${() => choose(String(option.value))}>${plain(option.text)}</button>`)}
    </div>`
    }
  </span>`;
}

/** Whatever can be clicked or chosen in a section or among actions. */
export function Element({ element, blockId, around }: Props): VNode | null {
  if (element.type === 'button') return html`<${Button} element=${element} blockId=${blockId} around=${around} />`;
  if (element.type === 'overflow') return html`<${Overflow} element=${element} blockId=${blockId} around=${around} />`;
  if (element.type === 'image')
    return html`<span class="picture" role="img" aria-label=${element.alt_text}>${element.alt_text}</span>`;
  if (!isField(element)) return null;
  const change = (value: Entered) => {
    around.enter(blockId, element, value);
    around.act({ action_id: String(element.action_id), block_id: blockId, value });
  };
  const label = plain(element.placeholder) || 'Choose';
  return html`<${Field} element=${element} id="${blockId}-${element.action_id}" label=${label} value=${around.entered(blockId, element)}
    snapshot=${around.snapshot} change=${change} />`;
}
