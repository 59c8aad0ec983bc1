import { BASE, type Enablement, stepOf } from '@enablement/core';
import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { type Desk, sentence } from '../desk.ts';
import { correctForm } from '../forms/prerequisites-form.ts';
import { chosenValue, tell } from './enter-secret.ts';

type Arguments = SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs;

const STALE = 'Nothing was done: this card is old, and that is settled already.';

export function tryAgain(desk: Desk) {
  return onRun(desk, async (enablement, run, by) => {
    const steps =
      run === enablement.id
        ? enablement.steps
        : (enablement.domains.find(({ domain }) => run === `${enablement.id}/${domain}`)?.steps ?? []);
    if (!steps.some((step) => step.status === 'problem')) return STALE;
    await desk.register.nudge(run, by, 'asked to try again');
    return undefined;
  });
}

export function cancel(desk: Desk) {
  return onRun(desk, async (enablement, _run, by) => ((await desk.register.cancel(enablement.id, by)) ? undefined : STALE));
}

export function reopen(desk: Desk) {
  return onRun(desk, async (enablement, _run, by) => {
    if (enablement.status !== 'running' || stepOf(enablement.steps, BASE.contacted)?.status !== 'done') return STALE;
    await desk.links.reopen(enablement.id, by);
    return `Acrobits’ page is open again, for one more reveal and one more answer. Tell ${desk.settings.acrobitsContact} to use the link they have.`;
  });
}

export function correct(desk: Desk) {
  return async ({ ack, action, body, client, respond }: Arguments): Promise<void> => {
    await ack();
    const enablement = await desk.register.get(chosenValue(action));
    if (enablement === undefined || enablement.status !== 'running') return tell(respond, STALE);
    await client.views.open({ trigger_id: body.trigger_id, view: correctForm(enablement.id, enablement.prerequisites) });
  };
}

/** Acknowledge, ask, show: the deed says what to tell the person, or nothing when the card will show it. */
function onRun(desk: Desk, deed: (enablement: Enablement, run: string, by: string) => Promise<string | undefined>) {
  return async ({ ack, action, body, respond }: Arguments): Promise<void> => {
    await ack();
    const run = chosenValue(action);
    const said = await desk.register
      .get(run.split('/')[0] ?? '')
      .then((enablement) => (enablement === undefined ? STALE : deed(enablement, run, body.user.id)))
      .catch(sentence);
    if (said !== undefined) await tell(respond, said);
  };
}
