import { asXimaForm, type FieldProblems, type Secret, type XimaCheck, type XimaHandOver } from '@enablement/core';
import { codeField } from '../pages/code.ts';
import { problemSummary } from '../pages/field.ts';
import { html, type Markup } from '../pages/html.ts';
import { notice } from '../pages/notice.ts';
import type { Page } from '../pages/page.ts';
import { reportMarkup } from '../pages/report.ts';
import { moment } from '../pages/time.ts';

export interface Sheet {
  readonly page: XimaHandOver;
  readonly check: XimaCheck;
  readonly csrf: string;
  /** The page's own path, `/xima/<token>`. */
  readonly path: string;
  readonly now: Date;
}

interface Extra {
  readonly status?: number;
  readonly outcome?: string;
  readonly secrets?: { readonly clientSecret: Secret; readonly password: Secret };
  readonly problems?: FieldProblems;
}

/** The hand-over sheet for whoever sets up Xima: every value by Xima's own name, both secrets once, and what was checked. */
export function sheetPage(sheet: Sheet, extra: Extra = {}): Page {
  const { check, page } = sheet;
  return {
    status: extra.status ?? 200,
    title: `Xima CCaaS for ${check.values.domain}`,
    outcome: extra.outcome ?? 'open',
    wide: true,
    body: html`
      <h1>Xima CCaaS for ${check.values.domain}</h1>
      <p class="lead">Everything that Xima needs to work with this NetSapiens domain. The page is open until ${moment(page.expires)}.</p>
      <section class="card" aria-labelledby="values-title">
        <h2 id="values-title">Values to enter at Xima</h2>
        <dl id="values" class="facts">
          ${Object.entries(asXimaForm(check.values)).map(
            ([name, value]) => html`<div><dt>${name === 'did' ? 'DID' : name}</dt><dd data-value=${name}>${value}</dd></div>`,
          )}
        </dl>
      </section>
      <section class="card no-print" aria-labelledby="secrets-title">
        <h2 id="secrets-title">Both secrets</h2>
        ${secrets(sheet, extra)}
      </section>
      <section class="card" aria-labelledby="report-title">
        <h2 id="report-title">What was checked</h2>
        ${check.report ? reportMarkup(check.report) : html`<p>Nothing was checked yet.</p>`}
      </section>
    `,
  };
}

function secrets({ page, check, csrf, path }: Sheet, { secrets: shown, problems = {} }: Extra): Markup {
  if (shown)
    return html`
      <p>Copy both to Xima now. They are shown this one time and are gone when you leave or reload the page.</p>
      <dl class="facts">
        <div><dt>api_client_secret</dt><dd><code id="api_client_secret" class="secret" tabindex="0">${shown.clientSecret.reveal()}</code></dd></div>
        <div><dt>api_password</dt><dd><code id="api_password" class="secret" tabindex="0">${shown.password.reveal()}</code></dd></div>
      </dl>
    `;
  if (page.revealedAt !== undefined)
    return html`<p id="revealed">They were shown on ${moment(page.revealedAt)}. If that was not you, tell whoever sent you here at once; they can give you a new page, too.</p>`;
  if (check.clientSecretFingerprint === undefined || check.passwordFingerprint === undefined)
    return html`<p id="no-secrets">They are not here at the moment. Ask whoever sent you here to enter them again; this page stays open.</p>`;
  return html`
    <p>They can be shown once, so have Xima’s settings open. The six digits come from whoever sent you here.</p>
    <form id="reveal" method="post" action=${`${path}/reveal`} autocomplete="off" novalidate>
      ${problemSummary(problems)}
      <input type="hidden" name="csrf" value=${csrf} />
      ${codeField(undefined, problems.code, 'code' in problems)}
      <button type="submit">Show both secrets</button>
    </form>
  `;
}

export const closedPage = (): Page =>
  notice({
    status: 410,
    title: 'This is no longer needed',
    happened: 'The check for Xima was closed, and its secrets are destroyed.',
    next: 'You can close this page. Ask whoever sent you here if you still need the values.',
    outcome: 'closed',
  });

export const lockedPage = (): Page =>
  notice({
    status: 429,
    title: 'The secrets of this page are locked',
    happened: 'The six digits were wrong too often. Nothing was shown.',
    next: 'Ask whoever sent you here for a new page.',
    outcome: 'locked',
  });

/** The one reveal was counted, and then a secret could not be read. */
export const revealLostPage = (): Page =>
  notice({
    status: 503,
    title: 'The secrets could not be shown',
    happened: 'The one time that this page shows them is used up, although nothing was shown.',
    next: 'Ask whoever sent you here for a new page.',
    outcome: 'reveal lost',
  });
