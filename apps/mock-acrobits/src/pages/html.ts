import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** Markup as tagged text; every value put into it is escaped. */
export { html };

export function render(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`;
}

/** A moment, to the second, in UTC: the same for everybody who looks. */
export function moment(iso: string): VNode {
  return html`<time datetime=${iso}>${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC</time>`;
}

export type Tone = 'calm' | 'good' | 'bad' | 'busy';

/** A small label. The colour repeats what the word says. */
export function badge(tone: Tone, text: string): VNode {
  return html`<span class=${`badge ${tone}`}>${text}</span>`;
}
