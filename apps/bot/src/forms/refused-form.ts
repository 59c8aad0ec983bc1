import type { ModalView } from '@slack/types';

/** Takes the form's place when the person who sends it may not, or not any more. */
export function refusedForm(refusal: string): ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: 'Nothing was done' },
    close: { type: 'plain_text', text: 'Close' },
    blocks: [{ type: 'section', text: { type: 'mrkdwn', text: refusal } }],
  };
}
