import type { VNode } from 'preact';
import { Element } from './elements.ts';
import { html } from './html.ts';
import { InputBlock } from './input-block.ts';
import { richText } from './rich-text.ts';
import type { Block, Fields, Surroundings } from './shapes.ts';
import { TableBlock } from './table-block.ts';
import { link, mrkdwn, plain, textOf } from './text.ts';

const marks: { readonly [status: string]: readonly [mark: string, word: string] } = {
  pending: ['○', 'waiting'],
  in_progress: ['◐', 'in progress'],
  complete: ['✓', 'done'],
  error: ['✕', 'failed'],
};

function task(one: Fields, around: Surroundings): VNode {
  const [mark, word] = marks[String(one.status)] ?? ['○', 'unknown'];
  return html`<li class="task ${one.status === 'error' ? 'failed' : one.status}">
    <span class="mark" aria-hidden="true">${mark}</span>
    <span class="what">${one.title}<span class="hidden">, ${word}</span>
      ${['details', 'output'].map((name) => one[name] !== undefined && richText(one[name] as Fields, around.snapshot))}
      ${((one.sources ?? []) as Fields[]).map((source) => html`<span class="source">${link(String(source.url), String(source.text))}</span>`)}</span>
  </li>`;
}

function section(block: Block, around: Surroundings): VNode {
  const fields = (block.fields ?? []) as Fields[];
  return html`<div class="section">
    <div class="words">
      ${block.text !== undefined && html`<div>${textOf(block.text, around.snapshot)}</div>`}
      ${fields.length > 0 && html`<div class="pairs">${fields.map((field) => html`<div>${textOf(field, around.snapshot)}</div>`)}</div>`}
    </div>
    ${
      block.accessory !== undefined &&
      html`<div class="accessory"><${Element} element=${block.accessory} blockId=${block.block_id} around=${around} /></div>`
    }
  </div>`;
}

/** One block, wherever it stands. */
function one(block: Block, around: Surroundings, first: boolean): VNode | null {
  const elements = (block.elements ?? []) as Fields[];
  switch (block.type) {
    case 'section':
      return section(block, around);
    case 'header':
      return html`<h3 class="header">${plain(block.text)}</h3>`;
    case 'divider':
      return html`<hr />`;
    case 'context':
      return html`<div class="context">${elements.map((element) =>
        element.type === 'image'
          ? html`<span class="picture" role="img" aria-label=${element.alt_text}></span>`
          : html`<span>${textOf(element, around.snapshot)}</span>`,
      )}</div>`;
    case 'actions':
      // A button stays the same one while others around it come and go: somebody may have the mouse on it.
      return html`<div class="actions">${elements.map((element) => html`<${Element} key=${element.action_id} element=${element} blockId=${block.block_id} around=${around} />`)}</div>`;
    case 'input':
      return html`<${InputBlock} block=${block} around=${around} focus=${first} />`;
    case 'rich_text':
      return richText(block, around.snapshot);
    case 'markdown':
      return html`<div>${mrkdwn(String(block.text).replaceAll('**', '*'), around.snapshot)}</div>`;
    case 'image':
      return html`<p class="picture" role="img" aria-label=${block.alt_text}>${block.alt_text}</p>`;
    case 'plan':
      return html`<section class="plan" aria-label=${block.title}><h3 class="header">${block.title}</h3>
        <ol>${((block.tasks ?? []) as Fields[]).map((each) => task(each, around))}</ol></section>`;
    case 'task_card':
      return html`<ol class="plan">${task(block, around)}</ol>`;
    case 'table':
      return html`<${TableBlock} rows=${block.rows ?? []} around=${around} />`;
    default:
      return null;
  }
}

/** Block Kit, drawn. */
export function Blocks({ blocks, around }: { blocks: readonly Block[]; around: Surroundings }): VNode {
  const firstInput = blocks.find((block) => block.type === 'input');
  return html`<div class="blocks">${blocks.map((block) => html`<div class="block" key=${block.block_id}>${one(block, around, block === firstInput)}</div>`)}</div>`;
}
