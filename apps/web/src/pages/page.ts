import type { Response } from 'express';
import { type Assets, assets } from '../http/assets.ts';
import { html, type Markup, write } from './html.ts';

/** One page as a value: what is answered and what is shown. */
export interface Page {
  readonly status: number;
  readonly title: string;
  readonly body: Markup;
  /** A word for programs that read the page (`<main data-outcome>`): `accepted`, `used`, `expired`, … */
  readonly outcome?: string | undefined;
  /** Wide pages hold tables of values. */
  readonly wide?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
  /** Follows what it shows: by a script of ours, and without one by loading itself again. */
  readonly live?: boolean;
}

export function send(res: Response, page: Page): void {
  res
    .status(page.status)
    .set(page.headers ?? {})
    .type('html')
    .send(layout(page, assets));
}

function layout({ title, body, outcome, wide, live: follows }: Page, { style, show, live }: Assets): string {
  return write(html`
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="robots" content="noindex" />
      <title>${title} · NetSapiens Enablement</title>
      <link rel="icon" href="data:," />
      <link rel="stylesheet" href=${style.href} />
      <script src=${follows ? live.href : show.href} defer></script>
      ${follows && html`<noscript><meta http-equiv="refresh" content="15" /></noscript>`}
    </head>
    <body class=${wide ? 'wide' : undefined}>
      <header class="top"><p>NetSapiens Enablement</p></header>
      <main data-outcome=${outcome}>${body}</main>
      <footer><p>Secrets entered or shown here pass through neither Slack nor e-mail.</p></footer>
    </body>
  `);
}
