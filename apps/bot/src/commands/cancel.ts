import { type Enablement, headline } from '@enablement/core';
import { ACTION, button, CANCEL_MEANS } from '../cards/buttons.ts';
import { plain } from '../cards/words.ts';
import type { Desk } from '../desk.ts';
import type { Answer } from './answer.ts';
import { findOne } from './find.ts';

/** Asks whether the run that is meant shall end, or what is open of one that is enabled; the button does it. */
export async function cancelRun(desk: Desk, words: string): Promise<Answer> {
  const none = 'Nothing is under way that could be cancelled; what is enabled stays enabled.';
  const found = await findOne(desk, { open: true }, words, { typed: `${desk.commands.enableAcrobits} cancel`, none });
  if ('answer' in found) return found.answer;
  const { run } = found;
  const csp = plain(run.prerequisites.cspCompany);
  const [text, means, does] =
    run.status === 'running'
      ? [`Cancel the enablement of ${csp}?`, CANCEL_MEANS, 'Cancel the enablement']
      : [`Cancel what is still open for ${csp}?`, whatStays(run), 'Cancel what is open'];
  return {
    text,
    blocks: [
      { type: 'section', text: { type: 'mrkdwn', text: `*${text}*\n${plain(headline(run))}\n${means}` } },
      {
        type: 'actions',
        elements: [button(does, ACTION.cancel, run.id, 'danger'), button('Keep it', ACTION.leave, run.id)],
      },
    ],
  };
}

const MOST_NAMED = 20;

/** An environment that is enabled stays so; its open domains end, and what Acrobits has stays with them. */
function whatStays({ domains }: Enablement): string {
  const names = (all: typeof domains) =>
    [...all.slice(0, MOST_NAMED).map(({ domain }) => `\`${plain(domain)}\``), ...(all.length > MOST_NAMED ? ['…'] : [])].join(
      ', ',
    );
  const open = domains.filter(({ status }) => status === 'wanted' || status === 'running');
  const there = domains.filter(({ outcome }) => outcome !== undefined);
  const stays =
    there.length === 0
      ? 'No domain was provisioned at Acrobits.'
      : `Provisioned at Acrobits, and staying there: ${names(there)}.`;
  return `The environment stays enabled. These domains end, and their passwords are destroyed: ${names(open)}. ${stays}`;
}
