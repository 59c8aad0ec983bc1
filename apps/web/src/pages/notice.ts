import { html } from './html.ts';
import type { Page } from './page.ts';

export interface Notice {
  readonly status: number;
  readonly title: string;
  /** What happened, in a sentence. */
  readonly happened: string;
  /** What the reader can do now. */
  readonly next: string;
  readonly outcome: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A page that says one thing and what to do next. */
export function notice({ status, title, happened, next, outcome, headers }: Notice): Page {
  const tone = status < 400 ? 'good' : status < 500 ? 'calm' : 'bad';
  return {
    status,
    title,
    outcome,
    ...(headers ? { headers } : {}),
    body: html`
      <section class=${`card notice ${tone}`}>
        <h1>${title}</h1>
        <p>${happened}</p>
        <p class="next">${next}</p>
      </section>
    `,
  };
}

const NEW_LINK = 'Look at the card in Slack: while the value is wanted, its button gives a new link.';
export const ASK_AGAIN = 'In Slack, ask for the audit once more; each time gives a new link.';
export const NEW_CODE = 'In Slack, ask for another code; each has its own link.';
const ASK_US = 'Reply to our e-mail and ask for the page to be opened again.';

const ASK_FOR_PAGE = 'Ask a colleague who uses Slack: “Show as a page” on the run’s card gives a new link.';

export type Whose =
  | 'somebody in Slack'
  | 'a customer'
  | 'a reader'
  | 'an auditor'
  | 'Acrobits'
  | 'somebody with a phone'
  | 'whoever sets up Xima'
  | 'a reader of a report'
  | 'anybody';

const NEXT: Readonly<Record<Whose, string>> = {
  'somebody in Slack': NEW_LINK,
  'a customer': 'Ask whoever sent you this link for a new one.',
  'a reader': ASK_FOR_PAGE,
  'an auditor': ASK_AGAIN,
  'somebody with a phone': NEW_CODE,
  Acrobits: ASK_US,
  'a reader of a report': 'Ask whoever sent you here for a new link.',
  'whoever sets up Xima': 'Ask whoever sent you here for a new page.',
  anybody: 'Check the address. Every link that works here comes from Slack or from our e-mail.',
};

/** What the reader can do about a link that does not work. */
export const nextOf = (whose: Whose): string => NEXT[whose];

/** Unknown and malformed addresses alike, so that nobody learns from the difference. */
export const nothingHere = (whose: Whose): Page =>
  notice({
    status: 404,
    title: whose === 'anybody' ? 'There is no such page' : 'This link does not work',
    happened: whose === 'anybody' ? 'Nothing lives at this address.' : 'It is incomplete, or a newer link has replaced it.',
    next: NEXT[whose],
    outcome: 'unknown',
  });

export const expired = (whose: Whose): Page =>
  notice({
    status: 410,
    title: 'This link is too old',
    happened: 'Its time has passed. Nothing was taken from it.',
    next: NEXT[whose],
    outcome: 'expired',
  });

export const staleForm = (): Page =>
  notice({
    status: 403,
    title: 'Nothing was sent',
    happened: 'This form was opened too long ago or elsewhere.',
    next: 'Open the link again. It still works, and cookies must be allowed for this page.',
    outcome: 'stale form',
  });

export const wrongMethod = (allowed: string): Page =>
  notice({
    status: 405,
    title: 'That cannot be done here',
    happened: 'This address does not take such a request.',
    next: 'Open the link in a browser.',
    outcome: 'wrong method',
    headers: { Allow: allowed },
  });

export const tooLarge = (): Page =>
  notice({
    status: 413,
    title: 'That is too much',
    happened: 'What was sent is far larger than this form. Nothing of it was kept.',
    next: 'Open the link again and paste only what is asked for.',
    outcome: 'too large',
  });

export const unreadable = (status: number): Page =>
  notice({
    status,
    title: 'That could not be read',
    happened: 'What was sent is not what this page’s form sends. Nothing of it was kept.',
    next: 'Open the link again in a browser and use the form.',
    outcome: 'unreadable',
  });

export const tryLater = (waitSeconds: number): Page =>
  notice({
    status: 503,
    title: 'Not just now',
    happened: 'Nothing was lost; your link still works.',
    next: 'Try again in a moment.',
    outcome: 'try later',
    headers: { 'Retry-After': String(waitSeconds) },
  });

export const tooSlow = (): Page =>
  notice({
    status: 503,
    title: 'This takes too long',
    happened: 'We stopped waiting before the answer was known.',
    next: 'Open the link again in a minute: it shows whether what you sent has arrived.',
    outcome: 'too slow',
    headers: { 'Retry-After': '60' },
  });

export const ourFault = (incident: string): Page =>
  notice({
    status: 500,
    title: 'Something went wrong on our side',
    happened: `It is in our log as ${incident}.`,
    next: 'Open the link again. If it stays so, tell whoever sent you here this number.',
    outcome: 'our fault',
  });
