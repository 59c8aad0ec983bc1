import type { Schemas } from '@enablement/contracts/netsapiens';
import { platformDate } from '../dates.ts';
import type { State } from '../state.ts';
import type { Conversation, Member, Message } from './state.ts';

type About = Pick<State, 'hostname' | 'switches'>;

/** Samples of the published document show texts that are numbers: a message of digits has lost its quotes on the way. */
const showText = (text: string, { switches }: About): string | number =>
  switches.digitsInText === 'number' && /^(0|[1-9]\d{0,14})$/.test(text) ? Number(text) : text;

/** CSV of `user@domain`, and of the number outside. */
const participantsOf = ({ members, domain, remote }: Conversation): string =>
  [...members.map(({ user }) => `${user}@${domain}`), ...(remote === null ? [] : [remote])].join(',');

/** Whom a message reached, seen from a member: itself, unless it is the sender. */
function receiverFor(conversation: Conversation, message: Message, viewer: Member): Member | undefined {
  if (message.fromUser !== viewer.user) return viewer;
  return conversation.members.find(({ user }) => user !== viewer.user);
}

/** `orig` came in, `term` went out, seen from the user whose message it is. */
export function showMessage(conversation: Conversation, message: Message, viewer: Member, about: About): Schemas['Message'] {
  const sent = message.fromUser === viewer.user;
  const receiver = receiverFor(conversation, message, viewer);
  return {
    id: message.id,
    timestamp: `${new Date(message.at).toISOString().slice(0, 19)}.00Z`,
    type: message.type,
    domain: conversation.domain,
    direction: sent ? 'term' : 'orig',
    'from-number': message.fromNumber,
    'from-user-id': message.fromUser,
    'from-user-agent': null,
    'from-video-attendee-id': null,
    dialed: message.dialed,
    text: showText(message.text, about),
    'terminating-user-id': receiver?.user ?? null,
    'terminating-number': sent && conversation.remote !== null ? conversation.remote : (receiver?.number ?? null),
    status: sent ? 'sent' : 'unread',
    'media-type': message.mediaType,
    'media-size': message.mediaSize,
    'messagesession-id': conversation.id,
    'messagesession-participants': participantsOf(conversation),
    'messagesession-reciever-hostname': about.hostname,
  };
}

/** A conversation as one of its members has it. What belongs to queues is null here. */
export function showSession(conversation: Conversation, viewer: Member, about: About): Schemas['MessageSession'] {
  const last = conversation.messages.at(-1);
  const other = conversation.members.find(({ user }) => user !== viewer.user);
  return {
    user: viewer.user,
    domain: conversation.domain,
    'messagesession-id': conversation.id,
    'messagesession-type': conversation.type,
    'messagesession-name': conversation.name,
    'messagesession-participants': participantsOf(conversation),
    'messagesession-remote': conversation.remote ?? (other && `${other.user}@${conversation.domain}`) ?? null,
    'messagesession-sms-number': viewer.number,
    'messagesession-muted': 'no',
    'messagesession-start-datetime': platformDate(conversation.startedAt),
    'messagesession-last-datetime': platformDate(last?.at ?? conversation.startedAt),
    'messagesession-last-message': last === undefined ? null : showText(last.text, about),
    'messagesession-last-sender': last === undefined ? null : (last.fromUser ?? last.fromNumber),
    'messagesession-last-status': last === undefined ? null : last.fromUser === viewer.user ? 'sent' : 'unread',
    'messagesession-last-type': last?.type ?? null,
    'messagesession-last-media-type': last?.mediaType ?? null,
    'messagesession-last-media-size': last?.mediaSize ?? null,
    'messagesession-last-email-reminder-datetime': null,
    'messagesession-agent-start-datetime': null,
    'messagesession-queue-session-id': null,
    'messagesession-queue-status': null,
    'messagesession-queue-termination': null,
    'messagesession-reciever-hostname': about.hostname,
  };
}

/** Conversations as one user has them, or as everybody does. */
export function* showSessions(
  conversations: Iterable<Conversation>,
  about: About,
  user?: string,
): Generator<Schemas['MessageSession']> {
  for (const conversation of conversations)
    for (const member of conversation.members)
      if (user === undefined || member.user === user) yield showSession(conversation, member, about);
}
