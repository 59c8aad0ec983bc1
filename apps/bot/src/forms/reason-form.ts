import type { ModalView } from '@slack/types';
import { z } from 'zod';

export const REASON_FORM = 'reason-form';
export const REASON = 'reason';

const About = z.object({ says: z.enum(['no', 'break the glass']), run: z.string(), fingerprint: z.string() });
export type About = z.infer<typeof About>;

const WORDS = {
  no: {
    title: 'Reject',
    submit: 'Reject',
    says: 'Nothing leaves. Your reason stands on the card, so that the values can be corrected.',
    hint: 'What is wrong, and what would be right.',
    example: 'The core hostname is the one of the lab.',
  },
  'break the glass': {
    title: 'Go past the approvers',
    submit: 'Send without approval',
    says: '*It leaves at once, without approval.* Everybody in the channel is told that you did this, and why; the audit keeps it for ever.',
    hint: 'Why it cannot wait for an approver.',
    example: 'Phones are silent, and no approver can be reached.',
  },
} as const;

/** Why somebody rejects, or goes past the approvers. */
export function reasonForm(about: About): ModalView {
  const words = WORDS[about.says];
  return {
    type: 'modal',
    callback_id: REASON_FORM,
    private_metadata: JSON.stringify(about),
    title: { type: 'plain_text', text: words.title },
    submit: { type: 'plain_text', text: words.submit },
    close: { type: 'plain_text', text: 'Close' },
    blocks: [
      { type: 'section', text: { type: 'mrkdwn', text: words.says } },
      {
        type: 'input',
        block_id: REASON,
        label: { type: 'plain_text', text: 'Reason' },
        hint: { type: 'plain_text', text: words.hint },
        element: {
          type: 'plain_text_input',
          action_id: 'value',
          max_length: 500,
          placeholder: { type: 'plain_text', text: words.example },
        },
      },
    ],
  };
}

export const readAbout = (metadata: string): About => About.parse(JSON.parse(metadata));
