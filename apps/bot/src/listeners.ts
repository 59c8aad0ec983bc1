import type { App } from '@slack/bolt';
import { enterSecret } from './actions/enter-secret.ts';
import { cancel, correct, leave, reopen, takeOver, tryAgain } from './actions/run-actions.ts';
import { ACTION } from './cards/buttons.ts';
import { enableAcrobits } from './commands/enable-acrobits.ts';
import { TURN_PAGE, turnPage } from './commands/list.ts';
import { softphoneCode } from './commands/softphone-code.ts';
import type { Desk } from './desk.ts';
import { FORM } from './forms/prerequisites-form.ts';
import { submitCorrect } from './forms/submit-correct.ts';
import { submitEnable } from './forms/submit-enable.ts';
import { allowed } from './people/refusal.ts';

/** Who listens to what, and what one must be allowed for it. Commands and forms ask by themselves, since they answer in their own way. */
export function listen(app: App, desk: Desk): void {
  app.command(desk.commands.enableAcrobits, enableAcrobits(desk));
  app.command(desk.commands.softphoneCode, softphoneCode(desk));
  app.view({ type: 'view_submission', callback_id: FORM.enable }, submitEnable(desk));
  app.view({ type: 'view_submission', callback_id: FORM.correct }, submitCorrect(desk));
  app.action(named(ACTION.enterSecret), allowed(desk, 'enter a secret', enterSecret(desk)));
  app.action(named(ACTION.chooseDomain), allowed(desk, 'enter a secret', enterSecret(desk)));
  app.action(named(ACTION.renew), allowed(desk, 'renew a secret', enterSecret(desk, { renewal: true })));
  app.action(named(ACTION.tryAgain), allowed(desk, 'let a run try again', tryAgain(desk)));
  app.action(named(ACTION.correct), allowed(desk, 'correct the values of a run', correct(desk)));
  app.action(named(ACTION.reopen), allowed(desk, 'let Acrobits answer again', reopen(desk)));
  app.action(named(ACTION.takeOver), allowed(desk, 'take over a run', takeOver(desk)));
  app.action(named(ACTION.cancel), allowed(desk, 'cancel a run', cancel(desk)));
  app.action(named(ACTION.leave), allowed(desk, 'look at runs', leave));
  app.action(named(TURN_PAGE), allowed(desk, 'look at runs', turnPage(desk)));
  // A button that opens a page sends its click all the same, and an unanswered click shows a warning sign.
  app.action(named(ACTION.openPage), async ({ ack }) => ack());
}

/** Actions carry what they are about after a colon, since Slack wants each name once in a block. */
const named = (action: string): { action_id: RegExp; type: 'block_actions' } => ({
  action_id: new RegExp(`^${action}(:|$)`),
  type: 'block_actions',
});
