import type { ComponentChildren, VNode } from 'preact';
import { withEmoji } from './emoji.ts';
import { html } from './html.ts';
import { type Piece, readMrkdwn } from './mrkdwn.ts';
import type { Fields, Snapshot } from './shapes.ts';

/** The string of a text object, for labels. */
export function plain(text: unknown): string {
  const value = typeof text === 'object' && text !== null && 'text' in text ? text.text : '';
  return withEmoji(String(value));
}

function nameOf(piece: Piece & { kind: 'mention' }, snapshot: Snapshot): string {
  const { sigil, id, label } = piece;
  if (sigil === '@') return `@${snapshot.people.find((one) => one.id === id)?.name ?? (label || id)}`;
  if (sigil === '#') return `#${label || (snapshot.channels.find((one) => one.id === id)?.name ?? id)}`;
  if (id.startsWith('subteam^')) {
    const group = id.slice('subteam^'.length);
    return label || `@${snapshot.groups.find((one) => one.id === group)?.handle ?? group}`;
  }
  // A date: `<!date^seconds^format|fallback>`.
  if (id.startsWith('date^')) return new Date(Number(id.split('^')[1]) * 1000).toLocaleString();
  return `@${label || id}`;
}

export function link(url: string, label: ComponentChildren): VNode {
  return html`<a href=${url} target="_blank" rel="noopener noreferrer">${label}</a>`;
}

function piece(one: Piece, snapshot: Snapshot): VNode | string {
  const inner = () => ('pieces' in one ? one.pieces.map((each) => piece(each, snapshot)) : null);
  switch (one.kind) {
    case 'text':
      return withEmoji(one.text);
    case 'code':
      return html`<code>${one.text}</code>`;
    case 'pre':
      return html`<pre>${one.text}</pre>`;
    case 'bold':
      return html`<strong>${inner()}</strong>`;
    case 'italic':
      return html`<em>${inner()}</em>`;
    case 'strike':
      return html`<s>${inner()}</s>`;
    case 'quote':
      return html`<blockquote>${inner()}</blockquote>`;
    case 'item':
      return html`<span class="item"><span aria-hidden="true">•</span><span>${inner()}</span></span>`;
    case 'link':
      return link(one.url, withEmoji(one.label));
    case 'mention':
      return html`<span class="mention">${nameOf(one, snapshot)}</span>`;
    case 'break':
      return html`<br />`;
  }
}

export function mrkdwn(text: string, snapshot: Snapshot): (VNode | string)[] {
  return readMrkdwn(text).map((one) => piece(one, snapshot));
}

/** A text object: mrkdwn or plain. */
export function textOf(text: unknown, snapshot: Snapshot): ComponentChildren {
  const fields = text as Fields | undefined;
  if (fields?.type === 'mrkdwn') return mrkdwn(String(fields.text), snapshot);
  return html`<span class="plain">${plain(fields)}</span>`;
}
