import { publish } from '../events/publish.ts';
import { domainNamed, userNamed } from '../lookups.ts';
import type { State } from '../state.ts';
import { conversationAmong, keep, newConversationId } from './conversations.ts';
import { showMessage, showSession } from './show.ts';
import type { Conversation, Member, Message } from './state.ts';

export type Draft = Omit<Message, 'id' | 'at'>;

/** Fourteen digits of the moment and six that count, as in samples of the published document. */
function idOf(at: number, conversation: Conversation): string {
  const moment = new Date(at).toISOString().replaceAll(/\D/g, '').slice(0, 14);
  return moment + String(conversation.messages.length + 1).padStart(6, '0');
}

/** Tells subscribers that a conversation has changed: one event for each user who has it. */
export function publishSession(state: State, now: Date, conversation: Conversation): void {
  const { domain } = conversation;
  const reseller = domainNamed(state, domain)?.reseller ?? '*';
  for (const member of conversation.members) {
    const body = showSession(conversation, member, state);
    publish(state, now, { model: 'messagesession', reseller, domain, user: member.user, body });
  }
}

/** Adds a message to a conversation, and tells subscribers. */
export function say(state: State, now: Date, conversation: Conversation, draft: Draft): Message {
  const message = { ...draft, id: idOf(now.getTime(), conversation), at: now.getTime() };
  conversation.messages.push(message);
  keep(state, conversation);
  const { domain } = conversation;
  const reseller = domainNamed(state, domain)?.reseller ?? '*';
  for (const member of conversation.members) {
    if (member.user === message.fromUser && state.switches.messageEvents === 'received') continue;
    const body = showMessage(conversation, message, member, state);
    publish(state, now, { model: 'message', reseller, domain, user: member.user, body });
  }
  publishSession(state, now, conversation);
  return message;
}

type Sms = Pick<Draft, 'type' | 'text' | 'mediaType' | 'mediaSize'> & { readonly from: string; readonly to: string };

/** A text message that arrives at a number. A number that leads to no user swallows it: queues are not imitated. */
export function deliverSms(state: State, now: Date, { from, to, ...draft }: Sms): Message | undefined {
  const row = state.tables.smsNumbers.rows.get(to);
  if (row === undefined || row.application !== 'user') return undefined;
  const { domain } = row;
  const user = userNamed(state, domain, String(row.dest));
  if (user === undefined) return undefined;
  const members: Member[] = [{ user: user.user, number: to }];
  const fresh = { name: null, type: draft.type, startedAt: now.getTime(), messages: [], id: newConversationId() };
  const conversation = conversationAmong(state, { domain, remote: from, members }) ?? { ...fresh, domain, remote: from, members };
  return say(state, now, conversation, { ...draft, fromUser: null, fromNumber: from, dialed: to });
}
