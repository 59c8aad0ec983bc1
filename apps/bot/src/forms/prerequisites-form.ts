import { MOST_DOMAINS, type Prerequisites } from '@enablement/core';
import type { ViewStateValue } from '@slack/bolt';
import type { KnownBlock, ModalView } from '@slack/types';

/** The fields of the form in the specification's words; each block is named by its field, so that a problem finds its place. */
const FIELDS = [
  {
    field: 'cspCompany',
    label: 'CSP company',
    hint: 'Legal or operating name of the communication service provider.',
    example: 'Northwind Telecom',
  },
  {
    field: 'contactName',
    label: 'Contact name',
    hint: 'Technical, business or marketplace contact of the CSP.',
    example: 'Alex Example',
  },
  {
    field: 'contactEmail',
    label: 'Contact e-mail',
    hint: 'Acrobits writes here for the onboarding.',
    example: 'ops@northwind.example',
    type: 'email_text_input',
  },
  { field: 'contactPhone', label: 'Contact phone', hint: 'If available.', example: '+1 555 123 0100', optional: true },
  {
    field: 'portalUrl',
    label: 'NetSapiens portal URL',
    hint: 'Used for OAuth and API access. Host only, with https://.',
    example: 'https://portal.northwind.example',
  },
  {
    field: 'coreHost',
    label: 'Primary core hostname',
    hint: 'The SIP core, a separate value. Without scheme.',
    example: 'core1.northwind.example',
  },
  {
    field: 'clientId',
    label: 'OAuth client ID',
    hint: 'Issued for Acrobits. The client secret is asked for later, on a page outside of Slack.',
    example: 'acrobits-softphone',
  },
] as const;

const DOMAINS = {
  field: 'domains',
  label: 'Domains that want messaging',
  hint: `Optional, one a line, at most ${MOST_DOMAINS}. You can add domains at any time later.`,
  example: 'acme.example',
} as const;

export const FORM = { enable: 'enable-form', correct: 'correct-form' } as const;
const INPUT = 'value';

/** `room` is where the card goes; it travels in the form. */
export function enableForm(room: string): ModalView {
  return modal(FORM.enable, 'Enable Cloud Softphone', 'Start', room, [...FIELDS.map((field) => input(field)), domainsInput()]);
}

/** `told`: Acrobits has the old values, so they have to be told. */
export function correctForm(enablement: string, values: Prerequisites, told: boolean): ModalView {
  const note = 'Acrobits has the values of the first letter. When these are saved, the card offers a letter that corrects them.';
  return modal(FORM.correct, 'Correct the values', 'Save and go on', enablement, [
    ...(told ? [{ type: 'section', text: { type: 'mrkdwn', text: note } } as const] : []),
    ...FIELDS.map((field) => input(field, values[field.field])),
  ]);
}

/** What was typed, by field. */
export function readFormState(
  values: Readonly<Record<string, Readonly<Record<string, ViewStateValue>>>>,
): Record<string, string | null | undefined> {
  return Object.fromEntries(Object.entries(values).map(([field, state]) => [field, state[INPUT]?.value]));
}

function modal(callback_id: string, title: string, submit: string, private_metadata: string, blocks: KnownBlock[]): ModalView {
  return {
    type: 'modal',
    callback_id,
    private_metadata,
    title: { type: 'plain_text', text: title },
    submit: { type: 'plain_text', text: submit },
    close: { type: 'plain_text', text: 'Close' },
    blocks,
  };
}

function input(
  field: { field: string; label: string; hint: string; example: string; optional?: boolean; type?: 'email_text_input' },
  initial?: string | undefined,
): KnownBlock {
  const shared = {
    action_id: INPUT,
    placeholder: { type: 'plain_text', text: field.example } as const,
    ...(initial === undefined ? {} : { initial_value: initial }),
  };
  return {
    type: 'input',
    block_id: field.field,
    optional: field.optional ?? false,
    label: { type: 'plain_text', text: field.label },
    hint: { type: 'plain_text', text: field.hint },
    element: field.type === undefined ? { type: 'plain_text_input', ...shared } : { type: field.type, ...shared },
  };
}

function domainsInput(): KnownBlock {
  return {
    type: 'input',
    block_id: DOMAINS.field,
    optional: true,
    label: { type: 'plain_text', text: DOMAINS.label },
    hint: { type: 'plain_text', text: DOMAINS.hint },
    element: {
      type: 'plain_text_input',
      action_id: INPUT,
      multiline: true,
      placeholder: { type: 'plain_text', text: DOMAINS.example },
    },
  };
}
