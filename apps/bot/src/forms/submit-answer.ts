import { correctAnswer } from '@enablement/core';
import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { type Desk, sentence } from '../desk.ts';
import { refusal } from '../people/refusal.ts';
import { readFormState } from './prerequisites-form.ts';
import { refusedForm } from './refused-form.ts';

type Arguments = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

export function submitAnswer(desk: Desk) {
  return async ({ ack, body, view }: Arguments): Promise<void> => {
    const id = view.private_metadata;
    const refused = await refusal(desk, body.user.id, 'correct the values of a run', { enablement: id });
    if (refused !== undefined) return ack({ response_action: 'update', view: refusedForm(refused) });
    const corrected = await correctAnswer(desk, id, readFormState(view.state.values), body.user.id).catch((error: unknown) => ({
      outcome: 'problems' as const,
      problems: { cloudId: sentence(error) },
    }));
    if (corrected.outcome === 'problems') return ack({ response_action: 'errors', errors: corrected.problems });
    if (corrected.outcome === 'corrected') return ack();
    return ack({
      response_action: 'update',
      view: refusedForm('Nothing was changed: this run was cancelled, or Acrobits has not answered.'),
    });
  };
}
