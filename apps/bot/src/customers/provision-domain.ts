import { judge } from '@enablement/core';
import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import type { Desk } from '../desk.ts';
import { turnAway } from '../people/refusal.ts';
import { planForm } from './plan-form.ts';

type Arguments = SlackCommandMiddlewareArgs & AllMiddlewareArgs;

/** Opens the form for a customer’s file, once it is known that the person may plan and that a platform can be reached. */
export function provisionDomain(desk: Desk) {
  return async ({ command, ack, client, respond }: Arguments): Promise<void> => {
    await ack();
    const verdict = judge('plan a domain', await desk.people.standing(command.user_id));
    if (!verdict.may) {
      await respond(await turnAway(desk, command.user_id, 'plan a domain', verdict.why));
      return;
    }
    const { portals } = desk.customers;
    if (portals.length === 0) {
      await respond(
        'This bot has no credential of a NetSapiens platform, so it cannot plan anything. Whoever runs it sets `NS_PORTAL_URL` and `NS_API_KEY`; from a terminal, `npm run enablement -- plan` works with a credential of your own.',
      );
      return;
    }
    await client.views.open({ trigger_id: command.trigger_id, view: planForm(command.channel_id, portals) });
  };
}
