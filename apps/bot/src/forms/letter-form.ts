import type { Draft } from '@enablement/core';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { plain, sections } from '../cards/words.ts';

export const LETTER_FORM = 'letter-form';

const About = z.object({
  enablement: z.string(),
  kind: z.enum(['follow-up', 'correction', 'withdrawal']),
  number: z.number(),
  /** Of the draft as it was shown. */
  fingerprint: z.string(),
});

/** A letter to Acrobits as it will be sent, to look at before it leaves. */
export function letterForm(
  enablement: string,
  to: string,
  { kind, number, subject, text }: Draft,
  fingerprint: string,
): ModalView {
  const about: z.infer<typeof About> = { enablement, kind, number, fingerprint };
  return {
    type: 'modal',
    callback_id: LETTER_FORM,
    private_metadata: JSON.stringify(about),
    title: { type: 'plain_text', text: 'Letter to Acrobits' },
    submit: { type: 'plain_text', text: 'Send it' },
    close: { type: 'plain_text', text: 'Close' },
    blocks: sections([`*To:* ${plain(to)}`, `*Subject:* ${plain(subject)}`, '', ...text.split('\n').map(plain)]),
  };
}

export const readLetter = (metadata: string): z.infer<typeof About> => About.parse(JSON.parse(metadata));
