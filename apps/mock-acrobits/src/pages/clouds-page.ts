import type { VNode } from 'preact';
import type { Cloud, ProvisionedDomain, ReceivedCallback, State } from '../state.ts';
import { badge, html, moment, type Tone } from './html.ts';
import { layout } from './layout.ts';

const CALLBACKS_SHOWN = 10;

/** Every cloudId with its environment, its domains and what NetSapiens posted. `filed` is the one that was just filed. */
export function cloudsPage(state: Pick<State, 'clouds' | 'callbacks'>, ownHost: string, filed?: string): VNode {
  const content = html`
    <h1>cloudIds</h1>
    ${filed !== undefined && html`<p class="note" role="status">Filed under <strong>${filed}</strong>. Send its three values back through the hand-off page.</p>`}
    ${state.clouds.map((cloud) => cloudSection(cloud, ownHost, state.callbacks))}`;
  return layout({ title: 'cloudIds', at: '/clouds', live: true, content });
}

function cloudSection(cloud: Cloud, ownHost: string, callbacks: readonly ReceivedCallback[]): VNode {
  const { cloudId, handedOver } = cloud;
  const received = callbacks.filter((callback) => callback.cloudId === cloudId).toReversed();
  return html`<section class="panel" aria-labelledby=${`cloud-${cloudId}`} data-cloud=${cloudId}>
    <h2 id=${`cloud-${cloudId}`}>${cloudId}</h2>
    ${
      handedOver === undefined
        ? html`<p>${badge('calm', 'free')} No environment is filed here yet. <a href=${`/set-up?cloudId=${encodeURIComponent(cloudId)}`}>File a hand-off</a></p>`
        : html`<dl class="facts">
            <dt>Portal</dt><dd>${handedOver.portalUrl}</dd>
            <dt>Core</dt><dd>${handedOver.coreHost ?? 'not told'}</dd>
            <dt>Client ID</dt><dd>${handedOver.clientId} <span class="quiet">(its secret is on file)</span></dd>
            <dt>Company</dt><dd>${handedOver.company ?? 'not told'}</dd>
            <dt>Contact</dt><dd>${[handedOver.contactName, handedOver.contactEmail, handedOver.contactPhone].filter(Boolean).join(', ') || 'not told'}</dd>
          </dl>`
    }
    <h3>To send back</h3>
    <dl class="facts">
      <dt>cloudId</dt><dd><code data-value="cloudId">${cloudId}</code></dd>
      <dt>API key</dt><dd><code data-value="apiKey">${cloud.apiKey}</code></dd>
      <dt>Messaging host</dt><dd><code data-value="messagingHost">${cloud.messagingHost ?? ownHost}</code></dd>
    </dl>
    <h3>Domains</h3>
    ${
      cloud.domains.length === 0
        ? html`<p class="empty">No domain has been provisioned.</p>`
        : html`<ul class="rows">${cloud.domains.map((domain) => domainRow(cloudId, domain))}</ul>`
    }
    <h3>Events from NetSapiens</h3>
    ${
      received.length === 0
        ? html`<p class="empty">None yet.</p>`
        : html`<ul class="rows">${received.slice(0, CALLBACKS_SHOWN).map(callbackRow)}</ul>`
    }
  </section>`;
}

const TONES: Record<ProvisionedDomain['subscriptions']['status'], [Tone, string]> = {
  'never tried': ['calm', 'no subscriptions yet'],
  working: ['busy', 'creating subscriptions'],
  created: ['good', 'subscriptions created'],
  failed: ['bad', 'subscriptions not created'],
};

function domainRow(cloudId: string, { domain, editable, officeManager, subscriptions }: ProvisionedDomain): VNode {
  const [tone, words] = TONES[subscriptions.status];
  const again = officeManager !== undefined && subscriptions.status === 'failed';
  return html`<li data-domain=${domain}>
    <strong>${domain}</strong> ${badge(tone, words)} ${editable && badge('calm', 'editable version')}
    <p class="quiet">
      ${subscriptions.detail}${officeManager !== undefined && ` · Office Manager ${officeManager.name}`}
      ${subscriptions.at !== undefined && html` · ${moment(subscriptions.at)}`}
    </p>
    ${
      again &&
      html`<form method="post" action=${`/clouds/${encodeURIComponent(cloudId)}/domains/${encodeURIComponent(domain)}/subscribe`}>
        <button id=${`again-${cloudId}-${domain}`} class="second">Try again</button>
      </form>`
    }
  </li>`;
}

function callbackRow(callback: ReceivedCallback): VNode {
  return html`<li>
    ${callback.model}, ${callback.events === 1 ? '1 event' : `${callback.events} events`}
    ${!callback.accepted && badge('bad', 'refused: wrong password')} <span class="quiet">${moment(callback.at)}</span>
  </li>`;
}
