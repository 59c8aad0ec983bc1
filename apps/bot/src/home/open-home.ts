import type { App } from '@slack/bolt';
import { chosenValue } from '../actions/click.ts';
import type { Desk } from '../desk.ts';
import { enableForm } from '../forms/prerequisites-form.ts';
import type { Click } from '../people/refusal.ts';
import type { HomeKeeper } from './home-keeper.ts';

/** Somebody opened the app's Home tab; Slack may tell it twice, late and out of order, and each time it is shown as it is now. */
export function hearHomes(app: App, keeper: Pick<HomeKeeper, 'opened'>): void {
  app.event('app_home_opened', async ({ event, context }) => {
    if (event.tab === 'home') await keeper.opened(context.teamId ?? '', event.user, event.channel);
  });
}

/** The form, from Home: its card comes to the person's direct messages. */
export function enableFromHome(_desk: Desk) {
  return async ({ action, body, client }: Click): Promise<void> => {
    await client.views.open({ trigger_id: body.trigger_id, view: enableForm(chosenValue(action)) });
  };
}
