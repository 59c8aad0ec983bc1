import type { Answer } from '@enablement/core';
import type { KnownBlock, ModalView } from '@slack/types';

export const ANSWER_FORM = 'answer-form';

/** What Acrobits returned, to be corrected; the API key has its own page. */
export function answerForm(enablement: string, { cloudId, messagingHost }: Answer): ModalView {
  return {
    type: 'modal',
    callback_id: ANSWER_FORM,
    private_metadata: enablement,
    title: { type: 'plain_text', text: 'What Acrobits returned' },
    submit: { type: 'plain_text', text: 'Save and go on' },
    close: { type: 'plain_text', text: 'Close' },
    blocks: [
      input('cloudId', 'cloudId', 'The one dedicated to this NetSapiens environment.', cloudId),
      input('messagingHost', 'Messaging server host', 'Host only, without scheme and path.', messagingHost),
      {
        type: 'section',
        text: {
          type: 'mrkdwn',
          text: 'Domains that are not done go on with these values. Those that were provisioned stay where they were. A wrong API key is entered anew with “rotate”.',
        },
      },
    ],
  };
}

const input = (field: string, label: string, hint: string, initial_value: string): KnownBlock => ({
  type: 'input',
  block_id: field,
  label: { type: 'plain_text', text: label },
  hint: { type: 'plain_text', text: hint },
  element: { type: 'plain_text_input', action_id: 'value', initial_value },
});
