import type { AuditPage, FieldProblems } from '@enablement/core';
import { codeField } from '../pages/code.ts';
import { html } from '../pages/html.ts';
import { ASK_AGAIN, notice } from '../pages/notice.ts';
import type { Page } from '../pages/page.ts';
import { moment, timeLeft } from '../pages/time.ts';

export interface Shown {
  readonly page: AuditPage;
  readonly csrf: string;
  readonly action: string;
  readonly now: Date;
  readonly problems?: FieldProblems;
}

/** Asks for the code, and gives the audit as a file. */
export function downloadPage({ page, csrf, action, now, problems = {} }: Shown): Page {
  const wrong = Object.keys(problems).length > 0;
  const about = page.about === '' ? 'everything' : page.about;
  return {
    status: wrong ? 422 : 200,
    title: wrong ? 'Please check: Download the audit' : 'Download the audit',
    outcome: wrong ? 'problems' : 'open',
    body: html`
      <section class="card">
        <h1>Download the audit</h1>
        <dl class="facts">
          <div><dt>Searched for</dt><dd>${about}</dd></div>
          <div><dt>Runs</dt><dd>${page.enablements?.length ?? 'all, and what belongs to none'}</dd></div>
          <div><dt>Holds</dt><dd>Who did what, when, with which outcome; no secret</dd></div>
          <div><dt>Asked for</dt><dd>In Slack; only the person who typed the command has the code</dd></div>
          <div><dt>Open</dt><dd>${timeLeft(page.expires, now)}, until ${moment(page.expires)}</dd></div>
        </dl>
        <form method="post" action=${action} autocomplete="off" novalidate>
          <input type="hidden" name="csrf" value=${csrf} />
          ${codeField(undefined, problems.code, wrong)}
          <button type="submit" name="format" value="CSV">Download CSV</button>
          <button type="submit" name="format" value="JSON">Download JSON</button>
        </form>
      </section>
    `,
  };
}

export const guessedPage = (): Page =>
  notice({
    status: 429,
    title: 'This link is locked',
    happened: 'The confirmation code was wrong too often.',
    next: ASK_AGAIN,
    outcome: 'locked',
  });
