import type { FieldProblems, SecretLink } from '@enablement/core';
import { codeField } from '../pages/code.ts';
import { field, problemSummary } from '../pages/field.ts';
import { html, type Markup } from '../pages/html.ts';
import { nextOf, notice, type Whose } from '../pages/notice.ts';
import type { Page } from '../pages/page.ts';
import { moment, timeLeft } from '../pages/time.ts';
import type { About } from './about.ts';

export interface Shown {
  readonly link: SecretLink;
  readonly about: About;
  readonly csrf: string;
  readonly action: string;
  readonly now: Date;
  readonly problems?: FieldProblems;
  /** What was typed before, without the secret. */
  readonly typed?: Readonly<Record<string, string>>;
}

/** The page that takes one secret. */
export function entryPage(shown: Shown): Page {
  const { link, about, csrf, action, problems = {}, typed = {} } = shown;
  const { words } = about;
  const wrong = Object.keys(problems).length > 0;
  const first = ['code', 'officeManagerLogin', 'secret'].find((name) => name in problems);
  return {
    status: wrong ? 422 : 200,
    title: wrong ? `Please check: ${words.heading}` : words.heading,
    outcome: wrong ? 'problems' : 'open',
    body: html`
      <section class="card">
        <h1>${words.heading}</h1>
        ${facts(shown)}
        <form method="post" action=${action} autocomplete="off" novalidate>
          ${problemSummary(problems)}
          <input type="hidden" name="csrf" value=${csrf} />
          ${codeField(typed.code, problems.code, first === 'code')}
          ${
            link.field === 'Office Manager password' &&
            field({
              name: 'officeManagerLogin',
              label: 'Login name',
              hint: 'A dedicated Office Manager account of this domain, with MFA off.',
              value: typed.officeManagerLogin ?? about.login,
              problem: problems.officeManagerLogin,
              focus: first === 'officeManagerLogin',
            })
          }
          ${field({
            name: 'secret',
            label: words.label,
            problem: problems.secret,
            focus: first === 'secret',
            secret: true,
          })}
          <button type="submit">Send</button>
        </form>
      </section>
    `,
  };
}

function facts({ link, about, now }: Shown): Markup {
  const row = (name: string, value: Markup) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
  return html`
    <dl class="facts">
      ${about.facts.map(([name, value]) => row(name, value))}
      ${row('Where it goes', about.words.destination)}
      ${row('Asked for', about.from ? `By ${about.from}; the code came with the link, or apart from it` : 'In Slack; only the person who pressed the button has the code')}
      ${row('Open', html`${timeLeft(link.expires, now)}, until ${moment(link.expires)}`)}
    </dl>
  `;
}

export function receivedPage({ words, from }: About, fingerprint: string): Page {
  return {
    status: 200,
    title: words.received,
    outcome: 'accepted',
    body: html`
      <section class="card notice good">
        <h1>${words.received}</h1>
        <p>Fingerprint <code id="fingerprint" class="print">${fingerprint}</code></p>
        <p class="next">${from ? `${from} sees the same fingerprint, and not the password` : 'Slack shows the same fingerprint'}. You can close this page.</p>
      </section>
    `,
  };
}

export const usedPage = (whose: Whose): Page =>
  notice({
    status: 410,
    title: 'This link was already used',
    happened: 'Each link takes one secret, once.',
    next:
      whose === 'a customer'
        ? 'If it was not you, or if the value was wrong, tell whoever sent you the link: they can send a new one.'
        : 'Slack shows the fingerprint of what was received. If it was not you, tell who runs the enablement. If the value was wrong: look at the card in Slack; once the value has proved wrong, it offers to enter a new one.',
    outcome: 'used',
  });

export const lockedPage = (whose: Whose): Page =>
  notice({
    status: 429,
    title: 'This link is locked',
    happened: 'The confirmation code was wrong too often. Nothing that was typed has been kept.',
    next: nextOf(whose),
    outcome: 'locked',
  });

export const notWantedPage = (): Page =>
  notice({
    status: 410,
    title: 'This is no longer needed',
    happened: 'What it was for was cancelled, or is done. Nothing was kept.',
    next: 'You can close this page. Slack shows how things stand.',
    outcome: 'not wanted',
  });
