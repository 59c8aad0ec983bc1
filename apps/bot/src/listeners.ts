import type { Right } from '@enablement/core';
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
import { showPage } from './actions/show-page.ts';
import { ACTION } from './cards/buttons.ts';
import { SHOW_PAGE } from './cards/run-card.ts';
import type { CommandNames } from './commands/book.ts';
import { enableAcrobits } from './commands/enable-acrobits.ts';
import { TURN_PAGE, turnPage } from './commands/list.ts';
import { applyPlan, approvePlan, askWhy, discardPlan, REJECT_PLAN_FORM, rejectPlan } from './customers/plan-actions.ts';
import { PLAN_ACTION } from './customers/plan-card.ts';
import { PLAN_FORM } from './customers/plan-form.ts';
import { provisionDomain } from './customers/provision-domain.ts';
import { submitPlan } from './customers/submit-plan.ts';
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
import { ENABLE_FROM_HOME } from './home/home-view.ts';
import { enableFromHome } from './home/open-home.ts';
import { allowed, type Click } from './people/refusal.ts';
import type { DeskOf } from './workspaces/desk-of.ts';

/** Who listens to what, and what one must be allowed for it. Commands and forms ask by themselves, since they answer in their own way. */
export function listen(app: App, commands: CommandNames, deskOf: DeskOf): void {
  const at = inWorkspace(deskOf);
  /** A button that works for those who may. */
  const button = (action: string, right: Right, act: (desk: Desk) => (click: Click) => Promise<void>): void =>
    app.action(
      named(action),
      at((desk) => allowed(desk, right, act(desk))),
    );

  app.command(commands.enableAcrobits, at(enableAcrobits));
  app.view({ type: 'view_submission', callback_id: FORM.enable }, at(submitEnable));
  app.view({ type: 'view_submission', callback_id: FORM.correct }, at(submitCorrect));
  app.view({ type: 'view_submission', callback_id: REASON_FORM }, at(submitReason));
  app.view({ type: 'view_submission', callback_id: LETTER_FORM }, at(submitLetter));
  app.view({ type: 'view_submission', callback_id: ANSWER_FORM }, at(submitAnswer));
  app.command(commands.provisionDomain, at(provisionDomain));
  app.view({ type: 'view_submission', callback_id: PLAN_FORM }, at(submitPlan));
  app.view({ type: 'view_submission', callback_id: REJECT_PLAN_FORM }, at(rejectPlan));
  button(PLAN_ACTION.apply, 'apply a plan', applyPlan);
  button(PLAN_ACTION.discard, 'plan a domain', discardPlan);
  button(PLAN_ACTION.approve, 'approve what leaves', approvePlan);
  button(PLAN_ACTION.reject, 'approve what leaves', askWhy);
  button(ACTION.enterSecret, 'enter a secret', (desk) => enterSecret(desk));
  button(ACTION.chooseDomain, 'enter a secret', (desk) => enterSecret(desk));
  button(ACTION.renew, 'renew a secret', (desk) => enterSecret(desk, { renewal: true }));
  button(ACTION.tryAgain, 'let a run try again', tryAgain);
  button(ACTION.correct, 'correct the values of a run', correct);
  button(ACTION.correctAnswer, 'correct the values of a run', correctReturned);
  button(ACTION.reopen, 'let Acrobits answer again', reopen);
  button(ACTION.takeOver, 'take over a run', takeOver);
  button(ACTION.cancel, 'cancel a run', cancel);
  for (const action of [ACTION.approve, ACTION.approveDomain]) button(action, 'approve what leaves', approve);
  button(ACTION.approveShown, 'approve what leaves', approveShown);
  for (const action of [ACTION.reject, ACTION.rejectDomain]) button(action, 'approve what leaves', () => askReason('no'));
  button(ACTION.breakGlass, 'go past the approvers', () => askReason('break the glass'));
  button(ACTION.skip, 'skip a domain', skip);
  button(ACTION.snooze, 'snooze reminders', snooze);
  button(ACTION.write, 'write to Acrobits', write);
  button(ACTION.leave, 'look at runs', () => leave);
  button(SHOW_PAGE, 'look at runs', showPage);
  button(ENABLE_FROM_HOME, 'enable an environment', enableFromHome);
  button(TURN_PAGE, 'look at runs', turnPage);
  // A button that opens a page sends its click all the same, and an unanswered click shows a warning sign.
  app.action(named(ACTION.openPage), async ({ ack }) => ack());
}

/** Everybody works at the desk of the workspace where they act: its runs, its people. */
const inWorkspace =
  (deskOf: DeskOf) =>
  <Given extends { readonly context: { readonly teamId?: string } }>(make: (desk: Desk) => (given: Given) => Promise<void>) =>
  async (given: Given): Promise<void> =>
    make(await deskOf(given.context.teamId ?? ''))(given);

/** Actions carry what they are about after a colon, since Slack wants each name once in a block. */
const named = (action: string): { action_id: RegExp; type: 'block_actions' } => ({
  action_id: new RegExp(`^${action}(:|$)`),
  type: 'block_actions',
});
