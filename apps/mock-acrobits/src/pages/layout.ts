import type { VNode } from 'preact';
import { html } from './html.ts';

const PLACES = [
  { path: '/', name: 'Inbox' },
  { path: '/clouds', name: 'cloudIds' },
  { path: '/events', name: 'Events' },
  { path: '/switches', name: 'Switches' },
  { path: '/set-up', name: 'File a hand-off' },
] as const;

export interface Frame {
  readonly title: string;
  /** The place in the navigation that this page belongs to. */
  readonly at: (typeof PLACES)[number]['path'];
  /** Set on pages that show what is happening; a page with a form to fill in stays as it is. */
  readonly live: boolean;
  readonly content: unknown;
}

export function layout({ title, at, live, content }: Frame): VNode {
  const link = ({ path, name }: (typeof PLACES)[number]) =>
    html`<li><a href=${path} aria-current=${path === at ? 'page' : undefined}>${name}</a></li>`;
  return html`<html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>${title} · Acrobits staff desk (mock)</title>
      <link rel="stylesheet" href="/desk/desk.css" />
      <link rel="stylesheet" href="/desk/forms.css" />
      <link rel="icon" href="data:," />
      ${live && html`<script src="/desk/live.js" defer></script>`}
    </head>
    <body>
      <a class="skip" href="#main">Skip to the content</a>
      <header>
        <p class="brand">Acrobits staff desk <small>(mock)</small></p>
        <nav aria-label="Desk"><ul>${PLACES.map(link)}</ul></nav>
      </header>
      <p class="banner" role="note">
        <strong>This is a mock of Acrobits.</strong> It stands in for the real company on this machine; its letters, keys and customers are invented.
      </p>
      <main id="main" data-live=${live ? '' : undefined}>${content}</main>
    </body>
  </html>`;
}
