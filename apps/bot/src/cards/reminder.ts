import type { Register, RoleBook } from '@enablement/core';
import type { Board, DueReminder } from '@enablement/gateways/postgres';
import type { WebClient } from '@slack/web-api';
import { mention } from '../people/refusal.ts';
import { person, plain } from './words.ts';

export interface ReminderDeps {
  readonly slack: WebClient;
  readonly board: Board;
  readonly register: Register;
  readonly book: RoleBook;
  /** Where a deployment wants to hear of what nobody does; without it, the card's channel. */
  readonly escalation?: string | undefined;
}

const REMINDER_EVENT = 'enablement_reminder';

/**
 * Posts a reminder once: in the card's thread to whoever is waited for, or in the open. Posting has no idempotency key, so the
 * attempt is noted first, and one whose end is not known is looked for by its metadata before another is posted.
 */
export async function postReminder(deps: ReminderDeps, reminder: DueReminder): Promise<void> {
  const { slack, board } = deps;
  const inThread = reminder.whom === 'responsible' || reminder.whom === 'approvers';
  const channel = reminder.whom === 'escalation' ? (deps.escalation ?? reminder.channel) : reminder.channel;
  const place = { channel, ...(inThread ? { thread_ts: reminder.ts } : {}) };
  if (reminder.attempted && (await isThere(slack, place, reminder.key))) return board.reminded(reminder.key);
  await board.attemptReminder(reminder.key);
  await slack.chat.postMessage({
    ...place,
    text: [await addressees(deps, reminder), named(plain(reminder.text))].filter(Boolean).join(' '),
    metadata: { event_type: REMINDER_EVENT, event_payload: { key: reminder.key } },
    unfurl_links: false,
    unfurl_media: false,
  });
  await board.reminded(reminder.key);
}

async function addressees({ register, book }: ReminderDeps, { enablement, whom }: DueReminder): Promise<string> {
  if (whom === 'room') return '<!here>';
  if (whom === 'approvers') return book.approver.map(mention).join(' ');
  return person((await register.get(enablement))?.responsible ?? '');
}

/** People stand in ‹ › in texts that core writes. */
const named = (text: string): string => text.replaceAll(/‹([UW][A-Z0-9]+)›/g, '<@$1>');

async function isThere(
  slack: WebClient,
  { channel, thread_ts }: { channel: string; thread_ts?: string },
  key: string,
): Promise<boolean> {
  const asked = { channel, include_all_metadata: true, limit: 200 };
  const { messages = [] } =
    thread_ts === undefined
      ? await slack.conversations.history(asked)
      : await slack.conversations.replies({ ...asked, ts: thread_ts });
  return messages.some(({ metadata }) => {
    const payload: unknown = metadata?.event_payload;
    return typeof payload === 'object' && payload !== null && 'key' in payload && payload.key === key;
  });
}
