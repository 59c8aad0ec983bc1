import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { explain } from '../actions/approve.ts';
import { type Desk, sentence } from '../desk.ts';
import { refusal } from '../people/refusal.ts';
import { readFormState } from './prerequisites-form.ts';
import { REASON, readAbout } from './reason-form.ts';
import { refusedForm } from './refused-form.ts';

type Arguments = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** Rejects, or goes past the approvers, for the reason that was given. */
export function submitReason(desk: Desk) {
  return async ({ ack, body, view }: Arguments): Promise<void> => {
    const { says, run, fingerprint } = readAbout(view.private_metadata);
    const [enablement = '', domain] = run.split('/');
    const right = says === 'no' ? 'approve what leaves' : 'go past the approvers';
    const refused = await refusal(desk, body.user.id, right, { enablement, domain });
    if (refused !== undefined) return ack({ response_action: 'update', view: refusedForm(refused) });
    const reason = readFormState(view.state.values)[REASON]?.trim() ?? '';
    if (reason.length < 5) return ack({ response_action: 'errors', errors: { [REASON]: 'Say it in a few words, please.' } });
    const told = await desk.approvals
      .say(run, fingerprint, { says, by: body.user.id, reason })
      .then((ballot) => explain(desk, ballot), sentence);
    if (told === undefined) return ack();
    return ack({ response_action: 'update', view: refusedForm(told) });
  };
}
