import type { App } from '@slack/bolt';
import { enterSecret } from './actions/enter-secret.ts';
import { cancel, correct, reopen, tryAgain } from './actions/run-actions.ts';
import { ACTION } from './cards/buttons.ts';
import { enableAcrobits } from './commands/enable-acrobits.ts';
import type { Desk } from './desk.ts';
import { FORM } from './forms/prerequisites-form.ts';
import { submitCorrect } from './forms/submit-correct.ts';
import { submitEnable } from './forms/submit-enable.ts';

/** Who listens to what. */
export function listen(app: App, desk: Desk): void {
  app.command(desk.command, enableAcrobits(desk));
  app.view({ type: 'view_submission', callback_id: FORM.enable }, submitEnable(desk));
  app.view({ type: 'view_submission', callback_id: FORM.correct }, submitCorrect(desk));
  app.action(named(ACTION.enterSecret), enterSecret(desk));
  app.action(named(ACTION.chooseDomain), enterSecret(desk));
  app.action(named(ACTION.renew), enterSecret(desk));
  app.action(named(ACTION.tryAgain), tryAgain(desk));
  app.action(named(ACTION.correct), correct(desk));
  app.action(named(ACTION.reopen), reopen(desk));
  app.action(named(ACTION.cancel), cancel(desk));
  // A button that opens a page sends its click all the same, and an unanswered click shows a warning sign.
  app.action(named(ACTION.openPage), async ({ ack }) => ack());
}

/** Actions carry what they are about after a colon, since Slack wants each name once in a block. */
const named = (action: string): { action_id: RegExp; type: 'block_actions' } => ({
  action_id: new RegExp(`^${action}(:|$)`),
  type: 'block_actions',
});
