import type { Fault } from '@enablement/mock-kit';
import type { VNode } from 'preact';
import type { ReceivedPost } from '../events.ts';
import { OUTCOMES } from '../outcomes.ts';
import { baseOf, type Cloud, type ProvisionedDomain, type State } from '../state.ts';
import { badge, html, moment, type Tone } from './html.ts';
import { layout } from './layout.ts';

export interface CloudsPage {
  readonly state: Pick<State, 'clouds' | 'posts'>;
  readonly ownHost: string;
  readonly waiting: readonly Fault[];
  /** The cloudId that was just filed. */
  readonly filed?: string | undefined;
}

/** Every cloudId with its environment and its domains, and how the next provisioning calls shall go. */
export function cloudsPage({ state, ownHost, waiting, filed }: CloudsPage): VNode {
  const content = html`
    <h1>cloudIds</h1>
    ${filed !== undefined && html`<p class="note" role="status">Filed under <strong>${filed}</strong>. Send its three values back through the hand-off page.</p>`}
    <div class="columns">
      <div>${state.clouds.map((cloud) => cloudSection(cloud, ownHost, state.posts))}</div>
      <div>${nextPanel(waiting)} ${repairPanel()}</div>
    </div>`;
  return layout({ title: 'cloudIds', at: '/clouds', live: true, content });
}

function nextPanel(waiting: readonly Fault[]): VNode {
  return html`<section class="panel" aria-labelledby="next">
    <h2 id="next">The next provisioning</h2>
    ${
      waiting.length === 0
        ? html`<p>Goes as the requirements say: 201 for a new domain, 200 for a known one.</p>`
        : html`<p>In this order:</p><ol class="steps">${waiting.map(({ preset, operation, times }) => html`<li data-waiting>${preset ?? `a fault of ${operation}`}${times > 1 && `, ${times} times`}</li>`)}</ol>
            <form method="post" action="/clouds/next"><button id="forget" class="second">Forget them</button></form>`
    }
    <form class="stack" method="post" action="/clouds/next">
      <label for="outcome">Something else</label>
      <select id="outcome" name="outcome" required>
        <option value="">Choose what it meets</option>
        ${Object.entries(OUTCOMES).map(([name, { label }]) => html`<option value=${name}>${label}</option>`)}
      </select>
      <label for="times">How many times</label>
      <input id="times" name="times" type="number" min="1" max="99" value="1" />
      <button id="order" class="second">Do that next</button>
    </form>
    <p class="quiet">None of it is documented. What stays so, such as the answer to a wrong key, is under <a href="/switches">Switches</a>.</p>
  </section>`;
}

function repairPanel(): VNode {
  return html`<section class="panel" aria-labelledby="repair-title">
    <h2 id="repair-title">Subscriptions in NetSapiens</h2>
    <p>Missing ones are created, three a second at most; broken ones are written again; those of domains left out are removed.</p>
    <form method="post" action="/clouds/repair"><button id="repair" class="second">Repair them now</button></form>
  </section>`;
}

function cloudSection(cloud: Cloud, ownHost: string, posts: readonly ReceivedPost[]): VNode {
  const { cloudId, handedOver } = cloud;
  const received = posts.filter((post) => baseOf(post.cloudId) === cloudId);
  const refused = received.filter(({ accepted }) => !accepted).length;
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
        : html`<p><a href=${`/events?cloudId=${encodeURIComponent(cloudId)}`}>${received.length} received</a>${refused > 0 && `, ${refused} of them refused`}</p>`
    }
  </section>`;
}

const TONES: Record<ProvisionedDomain['subscriptions']['status'], [Tone, string]> = {
  'never tried': ['calm', 'no subscriptions yet'],
  working: ['busy', 'creating subscriptions'],
  created: ['good', 'subscriptions created'],
  removed: ['calm', 'subscriptions removed'],
  failed: ['bad', 'subscriptions not in order'],
};

function domainRow(
  cloudId: string,
  { domain, editable, excluded = false, officeManager, subscriptions }: ProvisionedDomain,
): VNode {
  const [tone, words] = TONES[subscriptions.status];
  const at = `/clouds/${encodeURIComponent(cloudId)}/domains/${encodeURIComponent(domain)}`;
  const again = officeManager !== undefined && subscriptions.status === 'failed';
  return html`<li data-domain=${domain}>
    <strong>${domain}</strong> ${badge(tone, words)} ${editable && badge('busy', 'editable version')} ${excluded && badge('calm', 'left out')}
    <p class="quiet">${subscriptions.detail}${subscriptions.at !== undefined && html` · ${moment(subscriptions.at)}`}</p>
    ${officeManager !== undefined && html`<p class="quiet">Office Manager ${officeManager.name}, password of ${moment(officeManager.since)}</p>`}
    <div class="actions">
      ${
        again &&
        html`<form method="post" action=${`${at}/subscribe`}>
          <button id=${`again-${cloudId}-${domain}`} class="second">Try again</button>
        </form>`
      }
      <form method="post" action=${`${at}/exclude`}>
        <input type="hidden" name="excluded" value=${excluded ? 'no' : 'yes'} />
        <button id=${`exclude-${cloudId}-${domain}`} class="second" aria-label=${`${excluded ? 'Take in again' : 'Leave out'}: ${domain}`}>${excluded ? 'Take in again' : 'Leave out'}</button>
      </form>
    </div>
  </li>`;
}
