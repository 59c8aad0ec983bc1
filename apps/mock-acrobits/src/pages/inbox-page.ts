import type { VNode } from 'preact';
import { isHandOffLink } from '../staff/staff.ts';
import type { MailboxLetter, StaffStep, State } from '../state.ts';
import { badge, html, moment } from './html.ts';
import { layout } from './layout.ts';

const STEPS_SHOWN = 12;

export function inboxPage(state: Pick<State, 'letters' | 'staff'>): VNode {
  const letters = state.letters.toReversed();
  const content = html`
    <h1>Inbox</h1>
    <div class="columns">
      <section aria-label="Letters">
        ${
          letters.length === 0
            ? html`<p class="empty">No letter has come yet. Mail to this desk is taken for every address.</p>`
            : html`<ul class="rows">${letters.map((letter) => row(letter, state.staff.done))}</ul>`
        }
      </section>
      ${staffPanel(state)}
    </div>`;
  return layout({ title: 'Inbox', at: '/', live: true, content });
}

function row(letter: MailboxLetter, done: State['staff']['done']): VNode {
  return html`<li>
    <a id=${`letter-${letter.id}`} href=${`/letters/${letter.id}`}>${letter.subject}</a>
    <p class="quiet">from ${letter.from || 'nobody named'} · ${moment(letter.receivedAt)}</p>
    <p>${handOffBadge(letter, done)} ${letter.deliveries > 1 && badge('calm', `came ${letter.deliveries} times, kept once`)}</p>
  </li>`;
}

export function handOffBadge(letter: Pick<MailboxLetter, 'id' | 'links'>, done: State['staff']['done']): VNode | false {
  if (!letter.links.some(isHandOffLink)) return false;
  const how = done[letter.id];
  if (how === 'answered') return badge('good', 'hand-off · answered by the staff');
  if (how === 'given up') return badge('bad', 'hand-off · the staff gave up');
  return badge('busy', 'hand-off · open');
}

function staffPanel({ staff }: Pick<State, 'staff'>): VNode {
  const steps = staff.steps.slice(-STEPS_SHOWN).toReversed();
  return html`<section class="panel" aria-labelledby="staff">
    <h2 id="staff">Staff</h2>
    <p>${staff.auto ? 'Hand-off letters are answered without you.' : 'You are the staff: letters wait for you.'}</p>
    <form method="post" action="/staff">
      <input type="hidden" name="auto" value=${staff.auto ? 'no' : 'yes'} />
      <button id="staff-switch" class="second">${staff.auto ? 'Let me answer myself' : 'Let the staff answer'}</button>
    </form>
    <h3>What was done</h3>
    ${stepList(steps)}
  </section>`;
}

export function stepList(steps: readonly StaffStep[]): VNode {
  if (steps.length === 0) return html`<p class="empty">Nothing yet.</p>`;
  return html`<ol class="steps">
    ${steps.map(
      (step) =>
        html`<li class=${step.went}>${step.went === 'wrong' && html`<strong>Trouble: </strong>`}${step.text}<br /><span class="quiet">${moment(step.at)}</span></li>`,
    )}
  </ol>`;
}
