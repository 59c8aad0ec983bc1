import {
  type AuditEntry,
  asShown,
  clockOf,
  type DomainShown,
  type Enablement,
  happenings,
  headline,
  type StepShown,
  showDomains,
  showSteps,
  type Trouble,
  tally,
  troubles,
} from '@enablement/core';
import { html, type Markup } from '../pages/html.ts';
import type { Page } from '../pages/page.ts';
import { moment } from '../pages/time.ts';
import { history } from './history.ts';
import { DOMAIN_STATUS, STEP_WORDS, sign } from './marks.ts';
import { nameOf } from './people.ts';

export interface Shown {
  readonly enablement: Enablement;
  readonly entries: readonly AuditEntry[];
  readonly names: ReadonlyMap<string, string>;
  readonly expires: Date;
}

/** The run as its card shows it, all of it: every domain, and what happened last. Each part is followed on its own (`data-live`). */
export function runPage({ enablement: known, entries, names, expires }: Shown): Page {
  const enablement = asShown(known);
  const title = `Cloud Softphone for ${enablement.prerequisites.cspCompany}`;
  const domains = showDomains(enablement);
  const wrong = troubles(enablement);
  const { words, since } = clockOf(enablement);
  return {
    status: 200,
    title: `${headline(enablement)} · ${title}`,
    outcome: 'shown',
    wide: true,
    live: true,
    body: html`
      <h1>${title}</h1>
      <p class=${`state ${wrong.length > 0 ? 'bad' : enablement.status}`} role="status" id="state" data-live>
        <strong>${headline(enablement)}</strong>${' '}<span>${words} ${moment(since)}</span>
      </p>
      <div id="troubles" data-live>${wrong.length > 0 && troubleList(wrong)}</div>
      <section class="card" aria-labelledby="steps-title">
        <h2 id="steps-title">Base enablement</h2>
        <ol class="steps" id="steps" data-live>${showSteps(enablement).map(step)}</ol>
      </section>
      <div id="domains" data-live>${domains.length > 0 && domainTable(domains)}</div>
      <section class="card" aria-labelledby="facts-title">
        <h2 id="facts-title">This run</h2>
        <dl class="facts" id="facts" data-live>${facts(enablement, names)}</dl>
      </section>
      <section class="card" aria-labelledby="history-title">
        <h2 id="history-title">What happened, the newest first</h2>
        <div id="history" data-live>${history(happenings([], entries).toReversed(), names)}</div>
      </section>
      <p class="hint">This page says what the card in Slack says, and nothing can be changed on it. Whoever has its address can read it until${' '}
        ${moment(expires)}. <span id="freshness" class="freshness">It follows the run by itself.</span></p>
    `,
  };
}

function step({ name, status, detail, todo, since }: StepShown): Markup {
  const said = status === 'waiting' ? `waiting for ${detail ?? 'somebody'}` : detail;
  return html`<li class=${status}>
    ${sign(status)}
    <div><span class="what">${name}</span> <span class="how">${STEP_WORDS[status]}</span>
      ${said && html`<p>${said}</p>`}
      ${status === 'problem' && todo && html`<p class="todo">${todo}</p>`}
      ${status !== 'ahead' && since && html`<p class="when">${moment(since)}</p>`}</div>
  </li>`;
}

const troubleList = (wrong: readonly Trouble[]): Markup => html`
  <section class="card notice bad" aria-labelledby="troubles-title">
    <h2 id="troubles-title">${wrong.length === 1 ? 'One thing needs somebody' : `${wrong.length} things need somebody`}</h2>
    <ul>${wrong.map(
      ({ domain, step, problem, todo, since }) => html`<li>
        <strong>${step}${domain && ` of ${domain}`}</strong>: ${problem}
        <p class="todo">${todo}</p>
        <p class="when">since ${moment(since)}</p>
      </li>`,
    )}</ul>
  </section>
`;

const domainTable = (domains: readonly DomainShown[]): Markup => html`
  <section class="card" aria-labelledby="domains-title">
    <h2 id="domains-title">Messaging synchronization</h2>
    <div class="sideways" tabindex="0" role="region" aria-labelledby="domains-title">
    <table>
      <caption>${tally(domains)}</caption>
      <thead><tr><th scope="col">Domain</th><th scope="col">How far</th><th scope="col">Since</th></tr></thead>
      <tbody>${domains.map(
        ({ domain, glance, words, since, trouble }) => html`<tr class=${glance.replace(' ', '-')}>
          <th scope="row">${domain}</th>
          <td>${sign(DOMAIN_STATUS[glance])} ${words}${trouble && html`<br />${trouble.problem}<br /><span class="todo">${trouble.todo}</span>`}</td>
          <td>${since ? moment(since) : '–'}</td>
        </tr>`,
      )}</tbody>
    </table>
    </div>
  </section>
`;

function facts({ prerequisites, answer, requestedBy, requestedAt, responsible }: Enablement, names: Shown['names']): Markup {
  const rows: readonly (readonly [string, Markup])[] = [
    ['NetSapiens portal', prerequisites.portalUrl],
    ['Primary core', prerequisites.coreHost],
    ...(answer === undefined
      ? []
      : ([
          ['cloudId', answer.cloudId],
          ['Messaging server', answer.messagingHost],
        ] as const)),
    ['Asked for', html`by ${nameOf(names, requestedBy)}, ${moment(requestedAt)}`],
    ...(responsible === requestedBy ? [] : ([['Taken over', `by ${nameOf(names, responsible)}`]] as const)),
  ];
  return rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`);
}
