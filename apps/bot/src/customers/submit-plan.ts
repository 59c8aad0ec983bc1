import { type PlanSource, readSmallForm } from '@enablement/core';
import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { type Desk, sentence } from '../desk.ts';
import { refusedForm } from '../forms/refused-form.ts';
import { refusal } from '../people/refusal.ts';
import { type PlanForm, readPlanForm } from './plan-form.ts';

type Arguments = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** The form was sent: problems go under their fields, else a card appears and the plan is made. */
export function submitPlan(desk: Desk) {
  return async ({ ack, body, view }: Arguments): Promise<void> => {
    const by = body.user.id;
    const refused = await refusal(desk, by, 'plan a domain');
    if (refused !== undefined) return ack({ response_action: 'update', view: refusedForm(refused) });
    const form = readPlanForm(view.state.values);
    if (!desk.customers.portals.includes(form.portal))
      return ack({
        response_action: 'errors',
        errors: { portal: 'This platform is not configured any more. Open the form again.' },
      });
    const read = sourceOf(form);
    if ('problems' in read) return ack({ response_action: 'errors', errors: read.problems });
    const told = await desk.customers
      .ask({ room: view.private_metadata, by, portalUrl: form.portal, source: read.source }, view.id)
      .then(() => undefined, sentence);
    return told === undefined ? ack() : ack({ response_action: 'update', view: refusedForm(told) });
  };
}

function sourceOf({ upload, typed }: PlanForm): { readonly source: PlanSource } | { readonly problems: Record<string, string> } {
  const isTyped = Object.values(typed).some((text) => text !== '');
  if (upload !== undefined)
    return isTyped
      ? { problems: { domain: 'Give a file, or type the small case below: not both.' } }
      : { source: { upload: upload.id, name: upload.name } };
  if (!isTyped) return { problems: { file: 'Choose a customer’s file, or type the small case below.' } };
  const read = readSmallForm(typed);
  if ('ok' in read && read.ok) return { source: { file: read.file } };
  return { problems: 'problems' in read && !('ok' in read) ? { ...read.problems } : {} };
}
