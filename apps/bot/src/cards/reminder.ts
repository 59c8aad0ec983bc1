import type { Register } from '@enablement/core';
import type { Board, DueReminder } from '@enablement/gateways/postgres';
import { mention } from '../people/refusal.ts';
import type { SlackPeople } from '../people/slack-people.ts';
import { isChannelGone, isMessageGone, isRefusal } from './outbox.ts';
import type { Outboxes } from './outboxes.ts';
import { Held } from './pace.ts';
import { person, plain } from './words.ts';

export interface ReminderDeps {
  readonly outboxes: Outboxes;
  readonly board: Board;
  readonly register: Pick<Register, 'get'>;
  readonly bookOf: SlackPeople['bookOf'];
  /** Where a deployment wants to hear of what nobody does; without it, the card's channel. */
  readonly escalation?: string | undefined;
}

const REMINDER_EVENT = 'enablement_reminder';
const MOST_AT_ONCE = 25;

/** Posts reminders that are due, each once. One that Slack refuses holds up no other. */
export async function postReminders(deps: ReminderDeps): Promise<void> {
  const refusals: unknown[] = [];
  for (const reminder of await deps.board.reminders(MOST_AT_ONCE, deps.outboxes.gone()))
    await postReminder(deps, reminder).catch((error: unknown) => {
      if (error instanceof Held) return;
      if (!isRefusal(error)) throw error;
      refusals.push(error);
    });
  if (refusals.length > 0) throw refusals[0];
}

/** In the card's thread to whoever is waited for, or in the open. */
async function postReminder(deps: ReminderDeps, reminder: DueReminder): Promise<void> {
  const { board, escalation } = deps;
  const outbox = (await deps.outboxes.of(reminder.team))?.outbox;
  if (outbox === undefined) return;
  const text = [await addressees(deps, reminder), named(plain(reminder.text))].filter(Boolean).join(' ');
  const inThread = reminder.whom === 'responsible' || reminder.whom === 'approvers';
  const post = (channel: string) =>
    outbox.post({
      channel,
      thread: inThread ? reminder.ts : undefined,
      key: reminder.key,
      event: REMINDER_EVENT,
      attempted: reminder.attempted,
      message: { text },
      attempt: () => board.attemptReminder(reminder.key),
    });
  try {
    await post(reminder.whom === 'escalation' ? (escalation ?? reminder.channel) : reminder.channel);
  } catch (error) {
    if (!isMessageGone(error) && !isChannelGone(error)) throw error;
    // The channel for escalations cannot be written to: better where the card is than nowhere.
    if (reminder.whom === 'escalation' && escalation !== undefined && escalation !== reminder.channel)
      await post(reminder.channel);
    // The card is gone, and with it the thread: it is posted anew, and this comes under it then.
    else return board.move(reminder.enablement, reminder.channel);
  }
  await board.reminded(reminder.key);
}

async function addressees({ register, bookOf }: ReminderDeps, { enablement, whom, team }: DueReminder): Promise<string> {
  if (whom === 'room') return '<!here>';
  if (whom === 'approvers') return (await bookOf(team)).approver.map(mention).join(' ');
  return person((await register.get(enablement))?.responsible ?? '');
}

/** People stand in ‹ › in texts that core writes. */
const named = (text: string): string => text.replaceAll(/‹([UW][A-Z0-9]+)›/g, '<@$1>');
