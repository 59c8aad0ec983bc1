import type { VNode } from 'preact';
import { html } from './html.ts';
import { layout } from './layout.ts';

interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly needed?: boolean;
  readonly secret?: boolean;
}

/** In the order in which the hand-off page shows the values. */
export const SET_UP_FIELDS: readonly Field[] = [
  { name: 'portalUrl', label: 'Portal URL', hint: 'For example https://portal.example.net', needed: true },
  { name: 'coreHost', label: 'Core hostname', hint: 'For example core1.example.net', needed: true },
  { name: 'clientId', label: 'Client ID', needed: true },
  {
    name: 'clientSecret',
    label: 'Client secret',
    hint: 'The hand-off page shows it once, after Reveal',
    needed: true,
    secret: true,
  },
  { name: 'company', label: 'CSP company name' },
  { name: 'contactName', label: 'CSP contact name' },
  { name: 'contactEmail', label: 'CSP contact e-mail' },
  { name: 'contactPhone', label: 'CSP contact phone' },
  { name: 'wantedDomains', label: 'Wanted domains' },
  { name: 'cloudId', label: 'cloudId', hint: 'Leave it empty for the next one that is free' },
  {
    name: 'messagingHost',
    label: 'Region',
    hint: 'Its messaging host, for example api-eu.messaging.example. Leave it empty for this one',
  },
];

export interface SetUpForm {
  readonly values: Readonly<Record<string, string>>;
  /** By field name; a sentence for the whole form stands under `form`. */
  readonly errors: Readonly<Record<string, string>>;
}

export function setUpPage({ values, errors }: SetUpForm): VNode {
  const wrong = Object.keys(errors).length > 0;
  const first = SET_UP_FIELDS.find(({ name }) => name in errors)?.name;
  const content = html`
    <h1>File a hand-off</h1>
    <p>Copy what the hand-off page shows. Each NetSapiens environment gets a cloudId of its own.</p>
    ${wrong && html`<p class="note bad" role="alert">${errors.form ?? 'Nothing was filed: please look at the marked fields.'}</p>`}
    <form class="fields" method="post" action="/set-up" novalidate autocomplete="off">
      ${SET_UP_FIELDS.map((field) => fieldRow(field, values[field.name] ?? '', errors[field.name], field.name === first))}
      <button>File it</button>
    </form>`;
  return layout({ title: 'File a hand-off', at: '/set-up', live: false, content });
}

function fieldRow({ name, label, hint, needed, secret }: Field, value: string, error: string | undefined, focus: boolean): VNode {
  const described = [hint !== undefined && `${name}-hint`, error !== undefined && `${name}-error`].filter(Boolean).join(' ');
  return html`<div class="field">
    <label for=${name}>${label}${!needed && html` <span class="quiet">(optional)</span>`}</label>
    ${hint !== undefined && html`<p class="quiet" id=${`${name}-hint`}>${hint}</p>`}
    <input
      id=${name}
      name=${name}
      type=${secret ? 'password' : 'text'}
      value=${secret ? '' : value}
      autocomplete="off"
      spellcheck="false"
      autofocus=${focus}
      aria-required=${needed ? 'true' : undefined}
      aria-invalid=${error !== undefined ? 'true' : undefined}
      aria-describedby=${described || undefined}
    />
    ${error !== undefined && html`<p class="error" id=${`${name}-error`} data-error-for=${name}>${error}</p>`}
  </div>`;
}
