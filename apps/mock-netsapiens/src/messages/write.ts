import type { Schemas } from '@enablement/contracts/netsapiens';
import type { Reply } from '@enablement/mock-kit';
import { failed, noUser } from '../answers.ts';
import { isReply } from '../callers.ts';
import { ofUser } from '../groups.ts';
import { userNamed } from '../lookups.ts';
import type { State, User } from '../state.ts';
import { isIn } from '../tables.ts';
import { type Draft, deliverSms, say } from './deliver.ts';
import type { Conversation, Member, Message } from './state.ts';

type NewMessage = Schemas['NewMessage'] | Schemas['FirstMessage'];
type Numbers = { readonly 'from-number'?: string | undefined; readonly 'from-num'?: string | undefined };

/** Who takes part in what a user is about to say. */
export interface Circle {
  readonly remote: string | null;
  readonly members: readonly Member[];
}

const isText = ({ type }: NewMessage): boolean => type === 'sms' || type === 'mms';
const digits = (number: string): string => number.replaceAll(/\D/g, '');
const destinations = ({ destination }: NewMessage): string[] => [destination].flat();

/** Statuses and texts of what follows are inferred: the published documents have none for messages. */
export function circleOf(state: State, sender: User, wanted: NewMessage): Circle | Reply {
  const named = destinations(wanted).filter((name) => name !== '');
  if (named.length === 0) return failed(400, 'destination is required');
  return isText(wanted) ? textCircle(state, sender, wanted, named) : chatCircle(state, sender, named);
}

/** A text message goes from one of the sender's message numbers to one number. `from-number` was `from-num` before 45.0. */
function textCircle(state: State, sender: User, wanted: NewMessage & Numbers, [to = '', ...more]: string[]): Circle | Reply {
  const number = digits(wanted['from-number'] ?? wanted['from-num'] ?? '');
  if (!isIn(state.tables.smsNumbers, ofUser(sender.domain, sender.user), number))
    return failed(400, 'from-number must be one of the message numbers of the user');
  if (more.length > 0) return failed(400, 'a text message has one destination');
  if (digits(to) === '') return failed(400, 'destination must be a telephone number');
  return { remote: digits(to), members: [{ user: sender.user, number }] };
}

/** A chat is among users of one domain, each named as `101` or `101@domain`. */
function chatCircle(state: State, sender: User, named: readonly string[]): Circle | Reply {
  const members = new Map([[sender.user, { user: sender.user, number: null }]]);
  for (const name of named) {
    const [user = '', domain = sender.domain] = name.split('@');
    if (domain !== sender.domain || userNamed(state, domain, user) === undefined) return noUser(user, domain);
    members.set(user, { user, number: null });
  }
  return { remote: null, members: [...members.values()] };
}

/** Says it in the conversation; a text message to a number of this platform arrives there too. */
export function write(state: State, now: Date, conversation: Conversation, sender: Member, wanted: NewMessage): Message {
  const media = { mediaType: wanted['mime-type'] ?? null, mediaSize: wanted.size ?? null };
  const draft: Draft = {
    type: wanted.type,
    text: wanted.message,
    ...media,
    fromUser: sender.user,
    fromNumber: sender.number,
    dialed: destinations(wanted)[0] ?? '',
  };
  const message = say(state, now, conversation, draft);
  if (sender.number !== null && conversation.remote !== null)
    deliverSms(state, now, { type: wanted.type, text: wanted.message, ...media, from: sender.number, to: conversation.remote });
  return message;
}

/** A conversation that begins now. */
export function begin(state: State, now: Date, id: string, sender: User, wanted: NewMessage): Conversation | Reply {
  const circle = circleOf(state, sender, wanted);
  if (isReply(circle)) return circle;
  const type = isText(wanted) ? wanted.type : 'chat';
  return { ...circle, domain: sender.domain, id, type, name: null, startedAt: now.getTime(), messages: [] };
}
