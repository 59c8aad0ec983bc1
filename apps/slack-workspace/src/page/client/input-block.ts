import type { VNode } from 'preact';
import { Field, isGroup } from './fields.ts';
import { html } from './html.ts';
import type { Block, Entered, Fields, Surroundings } from './shapes.ts';
import { plain } from './text.ts';

const typedInto = ['plain_text_input', 'email_text_input', 'url_text_input', 'number_input'];

/** An input with its label, hint and, when there is one, its error. */
export function InputBlock({ block, around, focus }: { block: Block; around: Surroundings; focus: boolean }): VNode {
  const element = block.element as Fields;
  const id = `${block.block_id}-${String(element.action_id)}`;
  const error = around.errors[block.block_id];
  const hint = block.hint === undefined ? undefined : `${id}-hint`;
  const describedBy =
    [error === undefined ? undefined : `${id}-error`, hint].filter((one) => one !== undefined).join(' ') || undefined;
  const value = around.entered(block.block_id, element);
  const tell = (entered: Entered) => {
    if (block.dispatch_action === true)
      around.act({ action_id: String(element.action_id), block_id: block.block_id, value: entered });
  };
  const change = (entered: Entered) => {
    around.enter(block.block_id, element, entered);
    if (!typedInto.includes(String(element.type))) tell(entered);
  };
  const label = html`${plain(block.label)}${block.optional === true && html` <span class="optional">(optional)</span>`}`;
  const field = html`<${Field} element=${element} id=${id} value=${value} snapshot=${around.snapshot} describedBy=${describedBy}
    invalid=${error !== undefined} required=${block.optional !== true} focus=${focus} change=${change} enter=${() => tell(value)} />`;
  const below = html`${error !== undefined && html`<p class="error" id="${id}-error">${error}</p>`}
    ${hint !== undefined && html`<p class="hint" id=${hint}>${plain(block.hint)}</p>`}`;
  return isGroup(element)
    ? html`<fieldset class="input" aria-describedby=${describedBy}><legend>${label}</legend>${field}${below}</fieldset>`
    : html`<div class="input"><label for=${id}>${label}</label>${field}${below}</div>`;
}
