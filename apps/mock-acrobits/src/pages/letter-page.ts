import type { VNode } from 'preact';
import { isHandOffLink } from '../staff/staff.ts';
import type { MailboxLetter, State } from '../state.ts';
import { badge, html, moment } from './html.ts';
import { handOffBadge, stepList } from './inbox-page.ts';
import { layout } from './layout.ts';

export function letterPage(letter: MailboxLetter, staff: State['staff']): VNode {
  const steps = staff.steps.filter(({ letterId }) => letterId === letter.id);
  const handsOff = letter.links.some(isHandOffLink);
  const content = html`
    <p><a href="/">← Inbox</a></p>
    <h1>${letter.subject}</h1>
    <p>${handOffBadge(letter, staff.done)}</p>
    <dl class="facts">
      <dt>From</dt><dd>${letter.from || 'nobody named'}</dd>
      <dt>To</dt><dd>${letter.to.join(', ')}</dd>
      <dt>Received</dt><dd>${moment(letter.receivedAt)}${letter.deliveries > 1 && `, came ${letter.deliveries} times`}</dd>
      <dt>Message-ID</dt><dd><code>${letter.messageId}</code></dd>
    </dl>
    <section aria-label="Text of the letter"><pre class="letter">${letter.text}</pre></section>
    <section aria-labelledby="links">
      <h2 id="links">Links</h2>
      ${
        letter.links.length === 0
          ? html`<p class="empty">The letter has no links.</p>`
          : html`<ul>${letter.links.map(linkRow)}</ul>`
      }
      ${
        handsOff &&
        html`<p>
          To answer by hand: open the hand-off page, reveal the client secret, <a href="/set-up">file the values</a>, and send
          the three values you get back through the hand-off page.
        </p>`
      }
    </section>
    <section aria-labelledby="done">
      <h2 id="done">What the staff did with it</h2>
      ${stepList(steps)}
      ${
        staff.done[letter.id] === 'given up' &&
        html`<form method="post" action=${`/letters/${letter.id}/again`}>
          <button id="again" class="second">Let the staff try again</button>
        </form>`
      }
    </section>`;
  return layout({ title: letter.subject, at: '/', live: true, content });
}

function linkRow(link: string): VNode {
  return html`<li>
    <a class="long" href=${link} rel="noreferrer noopener" target="_blank">${link}</a>${' '}
    ${isHandOffLink(link) && badge('busy', 'hand-off page')}
  </li>`;
}
