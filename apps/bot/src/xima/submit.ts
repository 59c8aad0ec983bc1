import { correctXimaCheck, requestXimaCheck } from '@enablement/core';
import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { plain } from '../cards/words.ts';
import { type Desk, sentence } from '../desk.ts';
import { readFormState } from '../forms/prerequisites-form.ts';
import { refusedForm } from '../forms/refused-form.ts';
import { refusal } from '../people/refusal.ts';
import { headline } from './card.ts';

type Arguments = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** The form was sent: problems go under their fields, a check that is there already is told, else the card appears in the channel. */
export function submitXima(desk: Desk) {
  return async ({ ack, body, view }: Arguments): Promise<void> => {
    const refused = await refusal(desk, body.user.id, 'check for Xima');
    if (refused !== undefined) return ack({ response_action: 'update', view: refusedForm(refused) });
    const form = readFormState(view.state.values);
    const requested = await requestXimaCheck(desk, form, body.user.id, view.private_metadata, view.id).catch(cannot);
    if (requested.outcome === 'problems') return ack({ response_action: 'errors', errors: requested.problems });
    const known = requested.outcome === 'known' ? await desk.xima.get(requested.id) : undefined;
    if (known === undefined) return ack();
    const text = `${known.values.domain} at ${known.values.apiUrl} is checked for Xima already: ${headline(known)}. Its card stands where it was asked for. To change a value, press “Correct the values” there.`;
    return ack({
      response_action: 'update',
      view: {
        type: 'modal',
        title: { type: 'plain_text', text: 'Already there' },
        close: { type: 'plain_text', text: 'Close' },
        blocks: [{ type: 'section', text: { type: 'mrkdwn', text: plain(text) } }],
      },
    });
  };
}

export function submitXimaCorrection(desk: Desk) {
  return async ({ ack, body, view }: Arguments): Promise<void> => {
    const refused = await refusal(desk, body.user.id, 'check for Xima', { xima: view.private_metadata });
    if (refused !== undefined) return ack({ response_action: 'update', view: refusedForm(refused) });
    const form = readFormState(view.state.values);
    const corrected = await correctXimaCheck(desk, view.private_metadata, form, body.user.id).catch(cannot);
    if (corrected.outcome === 'problems') return ack({ response_action: 'errors', errors: corrected.problems });
    if (corrected.outcome === 'corrected') return ack();
    return ack({ response_action: 'errors', errors: { domain: 'Too late: this check was closed. Start a new one.' } });
  };
}

const cannot = (error: unknown) => ({ outcome: 'problems' as const, problems: { domain: sentence(error) } });
