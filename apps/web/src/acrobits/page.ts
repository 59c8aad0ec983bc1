import { type AcrobitsLink, type Enablement, type FieldProblems, type Secret, wantedDomains } from '@enablement/core';
import { field, problemSummary } from '../pages/field.ts';
import { html, type Markup } from '../pages/html.ts';
import { notice } from '../pages/notice.ts';
import type { Page } from '../pages/page.ts';
import { moment } from '../pages/time.ts';

export interface HandOff {
  readonly link: AcrobitsLink;
  readonly enablement: Enablement;
  readonly csrf: string;
  /** The page's own path, `/acrobits/<token>`. */
  readonly path: string;
  /** Whether the client secret is in the vault at all. */
  readonly secretKept: boolean;
}

/** What one answer of the page adds to it. */
interface Extra {
  readonly status?: number;
  readonly outcome?: string;
  readonly secret?: Secret;
  readonly problems?: FieldProblems;
  readonly typed?: Readonly<Record<string, string>>;
  readonly said?: string;
}

/** Acrobits' page: what they get, the client secret once, and what we need back. */
export function handOffPage(handOff: HandOff, extra: Extra = {}): Page {
  const { cspCompany } = handOff.enablement.prerequisites;
  return {
    status: extra.status ?? 200,
    title: `Cloud Softphone for ${cspCompany}`,
    outcome: extra.outcome ?? (handOff.link.answeredAt ? 'already answered' : 'open'),
    wide: true,
    body: html`
      <h1>Cloud Softphone for ${cspCompany}</h1>
      <p class="lead">Dear Acrobits team: ${handOff.link.answeredAt ? 'this is done, thank you; the values stay here to look at.' : 'take these values, reveal the client secret, and return three values when the setup is done.'} The page is open until${' '}${moment(handOff.link.expires)}.</p>
      ${extra.said && html`<p class="summary" role="alert">${extra.said}</p>`}
      <section class="card" aria-labelledby="take">
        <h2 id="take">Values for the setup</h2>
        ${values(handOff.enablement)}
      </section>
      <section class="card" aria-labelledby="secret">
        <h2 id="secret">Client secret</h2>
        ${clientSecret(handOff, extra.secret)}
      </section>
      <section class="card" aria-labelledby="return">
        <h2 id="return">Values to return</h2>
        ${answerForm(handOff, extra)}
      </section>
    `,
  };
}

/** What Acrobits was told: values that were corrected meanwhile appear with the letter that tells them. */
function values({ prerequisites, told, domains }: Enablement): Markup {
  const given = told?.values ?? prerequisites;
  const rows: readonly (readonly [string, string])[] = [
    ['portal URL', given.portalUrl],
    ['core hostname', given.coreHost],
    ['client ID', given.clientId],
    ['CSP company name', given.cspCompany],
    ['CSP contact name', given.contactName],
    ['CSP contact e-mail', given.contactEmail],
    ['CSP contact phone', given.contactPhone ?? ''],
    ['wanted domains', wantedDomains({ domains }).join(', ')],
  ];
  const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
  return html`
    <dl id="values" class="facts">
      ${rows
        .filter(([, value]) => value !== '')
        .map(([name, value]) => html`<div><dt>${capital(name)}</dt><dd data-value=${name}>${value}</dd></div>`)}
    </dl>
  `;
}

function clientSecret({ link, csrf, path, secretKept }: HandOff, secret: Secret | undefined): Markup {
  if (secret !== undefined)
    return html`
      <p>Copy it to where it belongs now. It is shown this one time and is gone when you leave or reload the page.</p>
      <code id="client-secret" class="secret" tabindex="0">${secret.reveal()}</code>
    `;
  if (link.revealedAt !== undefined)
    return html`<p id="revealed">It was revealed on ${moment(link.revealedAt)}. If that was not you, or it got lost, reply to our e-mail and ask us to open the page again.</p>`;
  if (!secretKept)
    return html`<p id="no-secret">It is not here at the moment. Reply to our e-mail, and it will be entered again; this page stays open.</p>`;
  return html`
    <p>It can be revealed once, so have the place ready where it belongs.</p>
    <form id="reveal" method="post" action=${`${path}/reveal`}>
      <input type="hidden" name="csrf" value=${csrf} />
      <button type="submit">Reveal the client secret</button>
    </form>
  `;
}

function answerForm({ link, csrf, path }: HandOff, { problems = {}, typed = {} }: Extra): Markup {
  if (link.answeredAt !== undefined)
    return html`<p id="answered">You returned them on ${moment(link.answeredAt)}, thank you. If something in them needs correction, reply to our e-mail and ask us to open the page again.</p>`;
  const first = ['cloudId', 'apiKey', 'messagingHost'].find((name) => name in problems);
  const common = (name: string) => ({ name, value: typed[name], problem: problems[name], focus: first === name });
  return html`
    <form id="answer" method="post" action=${`${path}/answer`} autocomplete="off" novalidate>
      ${problemSummary(problems)}
      <input type="hidden" name="csrf" value=${csrf} />
      ${field({ ...common('cloudId'), label: 'cloudId', hint: 'The one dedicated to this NetSapiens environment.' })}
      ${field({ ...common('apiKey'), label: 'API key', hint: 'The key that belongs to this cloudId.', secret: true })}
      ${field({
        ...common('messagingHost'),
        label: 'Messaging server host',
        hint: 'Only the host name, for example api-us.messaging.acrobits.cz.',
        inputmode: 'url',
      })}
      <button type="submit">Return these values</button>
    </form>
  `;
}

export const thanksPage = (company: string): Page =>
  notice({
    status: 200,
    title: 'Thank you, the values are here',
    happened: `cloudId, API key and messaging server host for ${company} were received. They are checked and stored now.`,
    next: 'You can close this page. If something is wrong with them, you will hear from us.',
    outcome: 'accepted',
  });

export const cancelledPage = (): Page =>
  notice({
    status: 410,
    title: 'This enablement was cancelled',
    happened: 'Nothing more is needed from you, and nothing was kept.',
    next: 'You can close this page, and remove the values you may already have filed.',
    outcome: 'cancelled',
  });

/** The one reveal was counted, and then the secret could not be read. */
export const revealLostPage = (): Page =>
  notice({
    status: 503,
    title: 'The client secret could not be shown',
    happened: 'The one reveal of this page is used up, although nothing was shown.',
    next: 'Reply to our e-mail and ask us to open the page again.',
    outcome: 'reveal lost',
  });
