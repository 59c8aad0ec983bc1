import { asXimaForm, type XimaValues } from '@enablement/core';
import type { KnownBlock, ModalView } from '@slack/types';

/** Xima's own list, in its order and by its names, so that whoever has the article in front of them finds each value. */
const FIELDS = [
  { field: 'domain', label: 'Domain', hint: 'The name of the domain in NetSapiens.', example: 'acme.example' },
  {
    field: 'sip_proxy_server_host',
    label: 'SIP proxy (sip_proxy_server_host)',
    hint: 'Usually the host of the management portal; phones show it as Outbound Proxy.',
    example: 'portal.northwind.example',
  },
  {
    field: 'sip_proxy_server_port',
    label: 'SIP proxy port (sip_proxy_server_port)',
    hint: '5060 unless your provider says otherwise.',
    example: '5060',
    standard: '5060',
  },
  {
    field: 'api_url',
    label: 'Portal address (api_url)',
    hint: 'The management portal: https:// and the host, nothing after it.',
    example: 'https://portal.northwind.example',
  },
  {
    field: 'api_client_id',
    label: 'OAuth client ID (api_client_id)',
    hint: 'A client for Xima alone, with its Redirect URL left blank. The secret is asked for later, on a page outside of Slack.',
    example: 'xima',
  },
  {
    field: 'api_username',
    label: 'API user (api_username)',
    hint: 'At least an Office Manager that shows “Secure password set”. The password is asked for later, on a page outside of Slack.',
    example: 'xima@acme.example',
  },
  {
    field: 'did',
    label: 'Number for test calls (DID)',
    hint: 'Assigned in NetSapiens, and routed to the virtual handset or extension for Xima.',
    example: '15551230100',
  },
] as const;

export const XIMA_FORM = { check: 'xima-form', correct: 'xima-correct-form' } as const;
const INPUT = 'value';

/** `room` is where the card goes; it travels in the form. */
export const ximaForm = (room: string): ModalView => modal(XIMA_FORM.check, 'Check for Xima CCaaS', 'Check', room, {});

export const ximaCorrectForm = (id: string, values: XimaValues): ModalView =>
  modal(XIMA_FORM.correct, 'Correct the values', 'Check again', id, asXimaForm(values));

function modal(
  callback_id: string,
  title: string,
  submit: string,
  private_metadata: string,
  values: Readonly<Record<string, string>>,
): ModalView {
  return {
    type: 'modal',
    callback_id,
    private_metadata,
    title: { type: 'plain_text', text: title },
    submit: { type: 'plain_text', text: submit },
    close: { type: 'plain_text', text: 'Close' },
    blocks: FIELDS.map((field) => input(field, values[field.field] ?? ('standard' in field ? field.standard : undefined))),
  };
}

function input({ field, label, hint, example }: (typeof FIELDS)[number], initial: string | undefined): KnownBlock {
  return {
    type: 'input',
    block_id: field,
    optional: field === 'sip_proxy_server_port',
    label: { type: 'plain_text', text: label },
    hint: { type: 'plain_text', text: hint },
    element: {
      type: 'plain_text_input',
      action_id: INPUT,
      placeholder: { type: 'plain_text', text: example },
      ...(initial === undefined ? {} : { initial_value: initial }),
    },
  };
}
