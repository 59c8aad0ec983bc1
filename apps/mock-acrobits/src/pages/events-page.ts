import type { VNode } from 'preact';
import type { ReceivedPost, SeenEvent } from '../events.ts';
import { baseOf } from '../state.ts';
import { badge, html, moment } from './html.ts';
import { layout } from './layout.ts';

const POSTS_SHOWN = 100;

/** What NetSapiens has posted, the newest first; `cloudId` narrows it down, `''` does not. */
export function eventsPage(posts: readonly ReceivedPost[], cloudId: string): VNode {
  const shown = posts.filter((post) => cloudId === '' || baseOf(post.cloudId) === cloudId).toReversed();
  const content = html`
    <h1>Events from NetSapiens</h1>
    ${
      cloudId === ''
        ? html`<p class="quiet">What the subscriptions of all cloudIds brought, newest first.</p>`
        : html`<p class="quiet">Of ${cloudId} only, newest first. <a id="all" href="/events">Show all</a></p>`
    }
    ${
      shown.length === 0
        ? html`<p class="empty">None yet. Send a message in NetSapiens, in a domain whose subscriptions are there.</p>`
        : html`<ol class="rows">${shown.slice(0, POSTS_SHOWN).map(postRow)}</ol>`
    }
    ${shown.length > POSTS_SHOWN && html`<p class="quiet">And ${shown.length - POSTS_SHOWN} older ones.</p>`}`;
  return layout({ title: 'Events', at: '/events', live: true, content });
}

const NAMES = { message: 'message', messagesession: 'session' } as const;

function postRow(post: ReceivedPost): VNode {
  const more = post.count - post.events.length;
  return html`<li data-post=${post.id}>
    <p class="labels">
      ${badge('calm', NAMES[post.model])} ${!post.accepted && badge('bad', 'refused: wrong password')} ${post.cloudId.endsWith('*') && badge('busy', 'editable version')} <span class="quiet">${moment(post.at)} · ${post.cloudId}${post.subscriptionId && html` · subscription <code>${post.subscriptionId.slice(0, 8)}</code>`}</span>
    </p>
    ${post.events.map(eventLines)}
    ${!post.accepted && html`<p>${inEvents(post.count)}, not kept.</p>`}
    ${post.accepted && post.count === 0 && html`<p class="quiet">An empty list.</p>`}
    ${post.accepted && more > 0 && html`<p class="quiet">and ${inEvents(more)} more</p>`}
  </li>`;
}

const inEvents = (count: number): string => (count === 1 ? '1 event' : `${count} events`);

function eventLines({ domain, from = 'somebody', to = 'somebody', text, session, user }: SeenEvent): VNode {
  const who =
    user === undefined
      ? html`<strong>${from}</strong> to <strong>${to}</strong>`
      : html`Session of <strong>${user}</strong>, last word by <strong>${from}</strong>, among ${to}`;
  return html`<div class="event">
    <p>${who} ${domain !== undefined && html`<span class="quiet">in ${domain}</span>`}</p>
    ${text !== undefined && html`<p class="said">${text}</p>`}
    ${session !== undefined && html`<p class="quiet">session <code>${session}</code></p>`}
  </div>`;
}
