import type { KnownBlock } from '@slack/types';
import { ACTION } from '../cards/buttons.ts';
import { moment, plain } from '../cards/words.ts';
import type { Desk } from '../desk.ts';
import type { Click } from '../people/refusal.ts';
import { chosenValue, tell } from './click.ts';

/** Gives the person who clicked the address of a page that shows the run; they may hand it to people without Slack. */
export function showPage(desk: Desk) {
  return async ({ action, respond }: Click): Promise<void> => {
    const enablement = await desk.register.get(chosenValue(action));
    if (enablement === undefined) return tell(respond, 'This run is not here any more.');
    const { url, expires } = pageOf(desk, enablement.id);
    const name = plain(enablement.prerequisites.cspCompany);
    const words = `A page that shows the run of ${name}, for people without Slack too. It follows the run, holds no secret, and changes nothing. Whoever has its address can read it until ${moment(expires)}.`;
    const open: KnownBlock = {
      type: 'actions',
      elements: [{ type: 'button', action_id: ACTION.openPage, text: { type: 'plain_text', text: 'Open the run’s page' }, url }],
    };
    await respond({
      response_type: 'ephemeral',
      replace_original: false,
      text: `The page of ${name}’s run`,
      blocks: [{ type: 'section', text: { type: 'mrkdwn', text: words } }, open],
    });
  };
}

/** The address of a run's page, good for some days. */
export function pageOf({ runPages, settings }: Pick<Desk, 'runPages' | 'settings'>, enablement: string) {
  const { token, expires } = runPages.issue(enablement);
  return { url: `${settings.publicUrl}/runs/${token.reveal()}`, expires };
}
