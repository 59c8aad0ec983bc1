import type { App } from '@slack/bolt';
import { approve, approveShown, askReason } from './actions/approve.ts';
import { enterSecret } from './actions/enter-secret.ts';
import {
  cancel,
  correct,
  correctReturned,
  leave,
  reopen,
  skip,
  snooze,
  takeOver,
  tryAgain,
  write,
} from './actions/run-actions.ts';
import { ACTION } from './cards/buttons.ts';
import { enableAcrobits } from './commands/enable-acrobits.ts';
import { TURN_PAGE, turnPage } from './commands/list.ts';
import type { Desk } from './desk.ts';
import { ANSWER_FORM } from './forms/answer-form.ts';
import { LETTER_FORM } from './forms/letter-form.ts';
import { FORM } from './forms/prerequisites-form.ts';
import { REASON_FORM } from './forms/reason-form.ts';
import { submitAnswer } from './forms/submit-answer.ts';
import { submitCorrect } from './forms/submit-correct.ts';
import { submitEnable } from './forms/submit-enable.ts';
import { submitLetter } from './forms/submit-letter.ts';
import { submitReason } from './forms/submit-reason.ts';
import { allowed } from './people/refusal.ts';

/** Who listens to what, and what one must be allowed for it. Commands and forms ask by themselves, since they answer in their own way. */
export function listen(app: App, desk: Desk): void {
  app.command(desk.commands.enableAcrobits, enableAcrobits(desk));
  app.view({ type: 'view_submission', callback_id: FORM.enable }, submitEnable(desk));
  app.view({ type: 'view_submission', callback_id: FORM.correct }, submitCorrect(desk));
  app.view({ type: 'view_submission', callback_id: REASON_FORM }, submitReason(desk));
  app.view({ type: 'view_submission', callback_id: LETTER_FORM }, submitLetter(desk));
  app.view({ type: 'view_submission', callback_id: ANSWER_FORM }, submitAnswer(desk));
  app.action(named(ACTION.enterSecret), allowed(desk, 'enter a secret', enterSecret(desk)));
  app.action(named(ACTION.chooseDomain), allowed(desk, 'enter a secret', enterSecret(desk)));
  app.action(named(ACTION.renew), allowed(desk, 'renew a secret', enterSecret(desk, { renewal: true })));
  app.action(named(ACTION.tryAgain), allowed(desk, 'let a run try again', tryAgain(desk)));
  app.action(named(ACTION.correct), allowed(desk, 'correct the values of a run', correct(desk)));
  app.action(named(ACTION.reopen), allowed(desk, 'let Acrobits answer again', reopen(desk)));
  app.action(named(ACTION.takeOver), allowed(desk, 'take over a run', takeOver(desk)));
  app.action(named(ACTION.cancel), allowed(desk, 'cancel a run', cancel(desk)));
  for (const action of [ACTION.approve, ACTION.approveDomain])
    app.action(named(action), allowed(desk, 'approve what leaves', approve(desk)));
  app.action(named(ACTION.approveShown), allowed(desk, 'approve what leaves', approveShown(desk)));
  for (const action of [ACTION.reject, ACTION.rejectDomain])
    app.action(named(action), allowed(desk, 'approve what leaves', askReason('no')));
  app.action(named(ACTION.breakGlass), allowed(desk, 'go past the approvers', askReason('break the glass')));
  app.action(named(ACTION.skip), allowed(desk, 'skip a domain', skip(desk)));
  app.action(named(ACTION.snooze), allowed(desk, 'snooze reminders', snooze(desk)));
  app.action(named(ACTION.write), allowed(desk, 'write to Acrobits', write(desk)));
  app.action(named(ACTION.correctAnswer), allowed(desk, 'correct the values of a run', correctReturned(desk)));
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
