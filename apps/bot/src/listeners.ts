import type { App } from '@slack/bolt';
import { enterSecret } from './actions/enter-secret.ts';
import { cancel, correct, leave, reopen, takeOver, tryAgain } from './actions/run-actions.ts';
import { showPage } from './actions/show-page.ts';
import { ACTION } from './cards/buttons.ts';
import { SHOW_PAGE } from './cards/run-card.ts';
import type { CommandNames } from './commands/book.ts';
import { enableAcrobits } from './commands/enable-acrobits.ts';
import { TURN_PAGE, turnPage } from './commands/list.ts';
import type { Desk } from './desk.ts';
import { FORM } from './forms/prerequisites-form.ts';
import { submitCorrect } from './forms/submit-correct.ts';
import { submitEnable } from './forms/submit-enable.ts';
import { ENABLE_FROM_HOME } from './home/home-view.ts';
import { enableFromHome } from './home/open-home.ts';
import { allowed } from './people/refusal.ts';
import type { DeskOf } from './workspaces/desk-of.ts';

/** Who listens to what, and what one must be allowed for it. Commands and forms ask by themselves, since they answer in their own way. */
export function listen(app: App, commands: CommandNames, deskOf: DeskOf): void {
  const at = inWorkspace(deskOf);
  app.command(commands.enableAcrobits, at(enableAcrobits));
  app.view({ type: 'view_submission', callback_id: FORM.enable }, at(submitEnable));
  app.view({ type: 'view_submission', callback_id: FORM.correct }, at(submitCorrect));
  app.action(
    named(ACTION.enterSecret),
    at((desk) => allowed(desk, 'enter a secret', enterSecret(desk))),
  );
  app.action(
    named(ACTION.chooseDomain),
    at((desk) => allowed(desk, 'enter a secret', enterSecret(desk))),
  );
  app.action(
    named(ACTION.renew),
    at((desk) => allowed(desk, 'renew a secret', enterSecret(desk, { renewal: true }))),
  );
  app.action(
    named(ACTION.tryAgain),
    at((desk) => allowed(desk, 'let a run try again', tryAgain(desk))),
  );
  app.action(
    named(ACTION.correct),
    at((desk) => allowed(desk, 'correct the values of a run', correct(desk))),
  );
  app.action(
    named(ACTION.reopen),
    at((desk) => allowed(desk, 'let Acrobits answer again', reopen(desk))),
  );
  app.action(
    named(ACTION.takeOver),
    at((desk) => allowed(desk, 'take over a run', takeOver(desk))),
  );
  app.action(
    named(ACTION.cancel),
    at((desk) => allowed(desk, 'cancel a run', cancel(desk))),
  );
  app.action(
    named(ACTION.leave),
    at((desk) => allowed(desk, 'look at runs', leave)),
  );
  app.action(
    named(SHOW_PAGE),
    at((desk) => allowed(desk, 'look at runs', showPage(desk))),
  );
  app.action(
    named(ENABLE_FROM_HOME),
    at((desk) => allowed(desk, 'enable an environment', enableFromHome(desk))),
  );
  app.action(
    named(TURN_PAGE),
    at((desk) => allowed(desk, 'look at runs', turnPage(desk))),
  );
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
