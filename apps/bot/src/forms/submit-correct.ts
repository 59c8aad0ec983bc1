import { correctPrerequisites } from '@enablement/core';
import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import type { Desk } from '../desk.ts';
import { sentence } from '../desk.ts';
import { refusal } from '../people/refusal.ts';
import { readFormState } from './prerequisites-form.ts';
import { refusedForm } from './refused-form.ts';

type Arguments = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

export function submitCorrect(desk: Desk) {
  return async ({ ack, body, view }: Arguments): Promise<void> => {
    const refused = await refusal(desk, body.user.id, 'correct the values of a run', { enablement: view.private_metadata });
    if (refused !== undefined) return ack({ response_action: 'update', view: refusedForm(refused) });
    const corrected = await correctPrerequisites(
      desk,
      view.private_metadata,
      readFormState(view.state.values),
      body.user.id,
    ).catch((error: unknown) => ({
      outcome: 'problems' as const,
      problems: { cspCompany: sentence(error) },
    }));
    if (corrected.outcome === 'problems') return ack({ response_action: 'errors', errors: corrected.problems });
    if (corrected.outcome === 'corrected') return ack();
    return ack({
      response_action: 'errors',
      errors: { cspCompany: 'Too late: this run was cancelled.' },
    });
  };
}
