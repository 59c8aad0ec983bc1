import { acrobitsQr, type FieldProblems, loginNameOf, type Secret, type SignInPage, sessionTalkQr } from '@enablement/core';
import { renderSVG } from 'uqr';
import { codeField } from '../pages/code.ts';
import { problemSummary } from '../pages/field.ts';
import { html, type Markup } from '../pages/html.ts';
import { NEW_CODE, notice } from '../pages/notice.ts';
import type { Page } from '../pages/page.ts';
import { moment, timeLeft } from '../pages/time.ts';

export interface Shown {
  readonly page: SignInPage;
  readonly csrf: string;
  readonly action: string;
  readonly now: Date;
  readonly problems?: FieldProblems;
}

/** Asks for the confirmation code before it shows the sign-in code. */
export function askingPage({ page, csrf, action, now, problems = {} }: Shown): Page {
  const wrong = Object.keys(problems).length > 0;
  const title = 'Sign a phone in';
  return {
    status: wrong ? 422 : 200,
    title: wrong ? `Please check: ${title}` : title,
    outcome: wrong ? 'problems' : 'open',
    body: html`
      <section class="card">
        <h1>${title}</h1>
        <dl class="facts">
          <div><dt>User</dt><dd>${loginNameOf(page.who)}</dd></div>
          <div><dt>Cloud ID</dt><dd>${page.who.cloudId}</dd></div>
          <div><dt>Shows</dt><dd>A QR for the phone’s app, once: have the phone at hand</dd></div>
          <div><dt>Open</dt><dd>${timeLeft(page.expires, now)}, until ${moment(page.expires)}</dd></div>
        </dl>
        <form method="post" action=${action} autocomplete="off" novalidate>
          ${problemSummary(problems)}
          <input type="hidden" name="csrf" value=${csrf} />
          ${codeField(undefined, problems.code, wrong)}
          <button type="submit">Show the QR</button>
        </form>
      </section>
    `,
  };
}

export interface Code {
  readonly page: SignInPage;
  readonly code: Secret;
  readonly expires: Date;
  /** Of SessionTalk's generic app. */
  readonly sessionTalkProvider?: string | undefined;
}

/** The sign-in code, for a camera and for typing. It is shown this once. */
export function codePage({ page, code, expires, sessionTalkProvider }: Code): Page {
  const name = loginNameOf(page.who);
  return {
    status: 200,
    title: `Sign ${name} in`,
    outcome: 'revealed',
    wide: true,
    body: html`
      <section class="card">
        <h1>Sign ${name} in</h1>
        <p>Point the phone at the QR of its app. It works once, until ${moment(expires)}; it is not shown again.</p>
        <div class="codes">
          ${qr('Cloud Softphone (Acrobits)', acrobitsQr(page.who, code), [
            ['First field', `${name}@${page.who.cloudId}`],
            ['Password', code.reveal()],
          ])}
          ${qr('SessionTalk', sessionTalkQr(page.who, code, sessionTalkProvider), [
            ['User name', sessionTalkProvider === undefined ? name : `${name}:${sessionTalkProvider}`],
            ['Password', code.reveal()],
          ])}
        </div>
        <p class="next">One phone, one of the two. For another phone, ask for another code in Slack.</p>
      </section>
    `,
  };
}

function qr(app: string, text: string, typed: readonly (readonly [string, string])[]): Markup {
  const svg = renderSVG(text, { border: 4, pixelSize: 1 });
  return html`
    <section class="code">
      <h2>${app}</h2>
      <img class="qr" alt=${`QR that signs ${app} in`} src=${`data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`} />
      <p>Without a camera, type:</p>
      <dl class="facts">
        ${typed.map(([name, value]) => html`<div><dt>${name}</dt><dd><code>${value}</code></dd></div>`)}
      </dl>
    </section>
  `;
}

export const shownPage = (): Page =>
  notice({
    status: 410,
    title: 'This code was shown already',
    happened: 'Each link shows its code once, to whoever had the confirmation code.',
    next: `If that was not you, sign the phone out in Slack, and tell who runs the enablement. Otherwise: ${NEW_CODE}`,
    outcome: 'used',
  });

export const guessedPage = (): Page =>
  notice({
    status: 429,
    title: 'This link is locked',
    happened: 'The confirmation code was wrong too often. The sign-in code was never made.',
    next: NEW_CODE,
    outcome: 'locked',
  });
