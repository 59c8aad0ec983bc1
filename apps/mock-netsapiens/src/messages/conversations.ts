import { randomBytes } from 'node:crypto';
import { ofDomain, ofUser } from '../groups.ts';
import type { State } from '../state.ts';
import { type Placing, putRow, removeRow, rowsOf } from '../tables.ts';
import type { Conversation, Member } from './state.ts';

const placing: Placing<Conversation> = {
  key: ({ domain, id }) => `${domain}/${id}`,
  groups: ({ domain, members }) => [ofDomain(domain), ...members.map(({ user }) => ofUser(domain, user))],
};

/** Puts a conversation in the place of the one with its identifier. One without members is forgotten. */
export function keep({ conversations }: Pick<State, 'conversations'>, conversation: Conversation): void {
  if (conversation.members.length === 0) removeRow(conversations, placing, placing.key(conversation));
  else putRow(conversations, placing, conversation);
}

export const conversationOf = (
  { conversations }: Pick<State, 'conversations'>,
  domain: string,
  id: string,
): Conversation | undefined => conversations.rows.get(`${domain}/${id}`);

export const conversationsOf = (
  { conversations }: Pick<State, 'conversations'>,
  domain: string,
  user: string,
): Iterable<Conversation> => rowsOf(conversations, ofUser(domain, user));

export const conversationsIn = ({ conversations }: Pick<State, 'conversations'>, domain: string): Iterable<Conversation> =>
  rowsOf(conversations, ofDomain(domain));

export const memberOf = ({ members }: Conversation, user: string): Member | undefined =>
  members.find((member) => member.user === user);

/** 36 characters, one of the forms that clients may invent. */
export const newConversationId = (): string => randomBytes(18).toString('hex');

const sameUsers = (one: readonly Member[], other: readonly Member[]): boolean =>
  one.length === other.length && one.every(({ user }) => other.some((member) => member.user === user));

type Kind = Pick<Conversation, 'domain' | 'remote' | 'members'>;

/** The conversation that the platform finds for a message: the same people, and for text messages the same two numbers. */
export function conversationAmong(
  state: Pick<State, 'conversations'>,
  { domain, remote, members }: Kind,
): Conversation | undefined {
  const [first] = members;
  if (first === undefined) return undefined;
  for (const conversation of conversationsOf(state, domain, first.user)) {
    const own = memberOf(conversation, first.user);
    if (conversation.remote === remote && own?.number === first.number && sameUsers(conversation.members, members))
      return conversation;
  }
  return undefined;
}
