import type { Ballot } from '@enablement/core';
import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { chosenValue, settle } from '../actions/click.ts';
import { person } from '../cards/words.ts';
import { type Desk, sentence } from '../desk.ts';
import { readFormState } from '../forms/prerequisites-form.ts';
import { refusedForm } from '../forms/refused-form.ts';
import { type Click, refusal, whoCan } from '../people/refusal.ts';

export const REJECT_PLAN_FORM = 'reject-plan-form';

const of = (click: Click): readonly [id: string, fingerprint: string] => {
  const [id = '', fingerprint = ''] = chosenValue(click.action).split('|');
  return [id, fingerprint];
};

/** What this person is told; nothing when the card shows it. */
const telling = async (click: Click, told: Promise<string | undefined>): Promise<void> => {
  const words = await told.catch(sentence);
  if (words !== undefined) await settle(click, words);
};

export function applyPlan(desk: Desk) {
  return (click: Click): Promise<void> => {
    const [id, fingerprint] = of(click);
    return telling(
      click,
      desk.customers.apply(id, fingerprint, click.body.user.id).then((begun) => {
        if (begun.outcome === 'begun' || begun.outcome === 'again') return undefined;
        if (begun.outcome === 'busy')
          return `Nothing was done: another plan of this domain is being applied, ordered by ${person(begun.by)}. Wait for its end.`;
        return 'Nothing was done: that is settled already, look at the card.';
      }),
    );
  };
}

export function discardPlan(desk: Desk) {
  return (click: Click): Promise<void> =>
    telling(
      click,
      desk.customers
        .discard(of(click)[0], click.body.user.id)
        .then((done) => (done ? undefined : 'Nothing was done: that is settled already, look at the card.')),
    );
}

export function approvePlan(desk: Desk) {
  return (click: Click): Promise<void> => {
    const [id, fingerprint] = of(click);
    const said = desk.customers.say(id, fingerprint, { says: 'yes', by: click.body.user.id });
    return telling(
      click,
      said.then((ballot) => explain(desk, ballot)),
    );
  };
}

/** Asks for the reason first. */
export function askWhy() {
  return async ({ action, body, client }: Click): Promise<void> => {
    await client.views.open({
      trigger_id: body.trigger_id,
      view: {
        type: 'modal',
        callback_id: REJECT_PLAN_FORM,
        private_metadata: chosenValue(action),
        title: { type: 'plain_text', text: 'Reject the plan' },
        submit: { type: 'plain_text', text: 'Reject' },
        close: { type: 'plain_text', text: 'Close' },
        blocks: [
          {
            type: 'input',
            block_id: 'reason',
            label: { type: 'plain_text', text: 'Reason' },
            hint: { type: 'plain_text', text: 'What is wrong, and what would be right. It stands on the card.' },
            element: { type: 'plain_text_input', action_id: 'value', max_length: 500 },
          },
        ],
      },
    });
  };
}

export function rejectPlan(desk: Desk) {
  return async ({ ack, body, view }: SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs): Promise<void> => {
    const [id = '', fingerprint = ''] = view.private_metadata.split('|');
    const by = body.user.id;
    const refused = await refusal(desk, by, 'approve what leaves');
    if (refused !== undefined) return ack({ response_action: 'update', view: refusedForm(refused) });
    const reason = readFormState(view.state.values).reason?.trim() ?? '';
    if (reason.length < 5) return ack({ response_action: 'errors', errors: { reason: 'Say it in a few words, please.' } });
    const told = await desk.customers
      .say(id, fingerprint, { says: 'no', by, reason })
      .then((ballot) => explain(desk, ballot), sentence);
    return told === undefined ? ack() : ack({ response_action: 'update', view: refusedForm(told) });
  };
}

function explain(desk: Desk, { outcome, ...ballot }: Ballot): string | undefined {
  if (outcome === 'approved' || outcome === 'rejected') return undefined;
  if (outcome === 'counted') return `Counted. ${'missing' in ballot ? ballot.missing : 'Some'} more have to approve it.`;
  if (outcome === 'own')
    return `You asked for this plan, so somebody else approves it. ${whoCan(desk.book, 'approve what leaves')}`;
  if (outcome === 'already yours') return 'You approved this already; others have to approve it, too.';
  if (outcome === 'expired') return 'Nothing was done: it was not approved in time. Discard it and make the plan again.';
  return 'Nothing was done: that is settled already, look at the card.';
}
