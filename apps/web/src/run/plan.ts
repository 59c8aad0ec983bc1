import type { Approval, Enablement, Plan } from '@enablement/core';
import { html, type Markup } from '../pages/html.ts';
import { moment } from '../pages/time.ts';
import { nameOf } from './people.ts';

type Names = ReadonlyMap<string, string>;

/** Before anything leaves: what will be sent to whom, and who approved it. After that, the letters that people sent, and a pause of reminders. */
export function planOf({ plan, told, approval, letters, snoozed }: Enablement, names: Names): Markup {
  const ahead = plan !== undefined && (told === undefined || approval?.status === 'asked') ? plan : undefined;
  if (ahead === undefined && approval === undefined && letters.length === 0 && snoozed === undefined) return null;
  return html`<section class="card" aria-labelledby="plan-title">
    <h2 id="plan-title">${ahead ? `Plan: what ${ahead.to} will be told` : 'Approval and letters'}</h2>
    ${ahead && values(ahead)}
    ${approval && html`<p>${inWords(approval, names)}</p>`}
    ${letters.map(
      ({ kind, by, sentAt, trouble }) =>
        html`<p>Letter to Acrobits (${kind}) by ${nameOf(names, by)}: ${sentAt ? html`sent ${moment(sentAt)}` : (trouble ?? 'about to leave')}</p>`,
    )}
    ${snoozed && html`<p>No reminders before ${moment(snoozed.until)}, by ${nameOf(names, snoozed.by)}</p>`}
  </section>`;
}

const values = ({ sends, checks }: Plan): Markup => html`
  <dl class="facts">${sends.map(({ name, value }) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
  ${checks.length > 0 && html`<ul>${checks.map((check) => html`<li>checked: ${check}</li>`)}</ul>`}
`;

function inWords({ status, votes, needed, until, rejected, glassBroken }: Approval, names: Names): Markup {
  if (glassBroken !== undefined)
    return html`${nameOf(names, glassBroken.by)} went past the approvers ${moment(glassBroken.at)}: “${glassBroken.reason}”`;
  if (status === 'rejected' && rejected !== undefined)
    return html`Rejected by ${nameOf(names, rejected.by)} ${moment(rejected.at)}: “${rejected.reason}”`;
  const who = votes.map(({ by }) => nameOf(names, by)).join(', ');
  if (status === 'approved') return html`Approved by ${who}`;
  return html`Waiting for approvers: ${votes.length} of ${needed}${who && ` (${who})`}, until ${moment(until)}`;
}
