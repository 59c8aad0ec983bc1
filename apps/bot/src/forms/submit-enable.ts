import { headline, requestEnablement } from '@enablement/core';
import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { cardToRead } from '../cards/run-card.ts';
import { plain } from '../cards/words.ts';
import type { Desk } from '../desk.ts';
import { sentence } from '../desk.ts';
import { refusal } from '../people/refusal.ts';
import { readFormState } from './prerequisites-form.ts';
import { refusedForm } from './refused-form.ts';

type Arguments = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** The form was sent: problems go under their fields, a running environment is shown, else the card appears in the channel. */
export function submitEnable(desk: Desk) {
  return async ({ ack, body, view }: Arguments): Promise<void> => {
    const refused = await refusal(desk, body.user.id, 'enable an environment');
    if (refused !== undefined) return ack({ response_action: 'update', view: refusedForm(refused) });
    const form = readFormState(view.state.values);
    const requested = await requestEnablement(desk, form, body.user.id, view.private_metadata, view.id).catch(
      (error: unknown) => ({
        outcome: 'problems' as const,
        problems: { cspCompany: sentence(error) },
      }),
    );
    if (requested.outcome === 'problems') return ack({ response_action: 'errors', errors: requested.problems });
    if (requested.outcome !== 'running') return ack();
    const running = await desk.register.get(requested.id);
    if (running === undefined) return ack();
    const already = running.status === 'enabled' ? 'Already enabled' : 'Already on its way';
    const intro = `${running.prerequisites.portalUrl} is known here: ${headline(running)}. Its card stands where it was asked for; \`${desk.commands.enableAcrobits} status\` links to it.`;
    return ack({
      response_action: 'update',
      view: {
        type: 'modal',
        title: { type: 'plain_text', text: already },
        close: { type: 'plain_text', text: 'Close' },
        blocks: [{ type: 'section', text: { type: 'mrkdwn', text: plain(intro) } }, { type: 'divider' }, ...cardToRead(running)],
      },
    });
  };
}
