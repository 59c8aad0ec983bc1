import type { ComponentChildren, VNode } from 'preact';
import { formatDate } from './dates.ts';
import { withDrawnEmoji } from './drawn-emoji.ts';
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
  return `@${label || id}`;
}

/** A date, of mrkdwn (`<!date^seconds^format^link|fallback>`) or of rich text. The fallback is for clients that cannot, and for what is no time. */
export function date(seconds: number, format: string, fallback: string): VNode | string {
  const time = new Date(seconds * 1000);
  if (Number.isNaN(time.getTime())) return fallback;
  return html`<time dateTime=${time.toISOString()} title=${time.toLocaleString()}>${formatDate(time, format)}</time>`;
}

export function link(url: string, label: ComponentChildren): VNode {
  return html`<a href=${url} target="_blank" rel="noopener noreferrer">${label}</a>`;
}

function piece(one: Piece, snapshot: Snapshot): VNode | string | (VNode | string)[] {
  const inner = () => ('pieces' in one ? one.pieces.map((each) => piece(each, snapshot)) : null);
  switch (one.kind) {
    case 'text':
      return withDrawnEmoji(one.text, withEmoji);
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
      if (one.id.startsWith('date^')) {
        const [, seconds, format = ''] = one.id.split('^');
        return date(Number(seconds), format, one.label);
      }
      return html`<span class="mention">${nameOf(one, snapshot)}</span>`;
    case 'break':
      return html`<br />`;
  }
}

export function mrkdwn(text: string, snapshot: Snapshot): (VNode | string)[] {
  return readMrkdwn(text).flatMap((one) => piece(one, snapshot));
}

/** A text object: mrkdwn or plain. */
export function textOf(text: unknown, snapshot: Snapshot): ComponentChildren {
  const fields = text as Fields | undefined;
  if (fields?.type === 'mrkdwn') return mrkdwn(String(fields.text), snapshot);
  return html`<span class="plain">${plain(fields)}</span>`;
}
