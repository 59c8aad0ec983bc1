import { headline } from '@enablement/core';
import { ACTION, button, CANCEL_MEANS } from '../cards/buttons.ts';
import { plain } from '../cards/words.ts';
import type { Desk } from '../desk.ts';
import type { Answer } from './answer.ts';
import { findOne } from './find.ts';

/** Asks whether the run that is meant shall end; the button does it. */
export async function cancelRun(desk: Desk, words: string): Promise<Answer> {
  const open = await desk.register.list({ status: 'running' });
  const none = 'Nothing is under way that could be cancelled; what is enabled stays enabled.';
  const found = findOne(open, words, { typed: `${desk.commands.enableAcrobits} cancel`, none });
  if ('answer' in found) return found.answer;
  const { run } = found;
  const text = `Cancel the enablement of ${plain(run.prerequisites.cspCompany)}?`;
  return {
    text,
    blocks: [
      { type: 'section', text: { type: 'mrkdwn', text: `*${text}*\n${plain(headline(run))}\n${CANCEL_MEANS}` } },
      {
        type: 'actions',
        elements: [button('Cancel the enablement', ACTION.cancel, run.id, 'danger'), button('Keep it', ACTION.leave, run.id)],
      },
    ],
  };
}
