import { validator } from '@enablement/contracts/netsapiens';
import { accepted, failed } from '../answers.ts';
import { isReply } from '../callers.ts';
import { conversationOf, memberOf } from '../messages/conversations.ts';
import { noSession } from '../messages/places.ts';
import { begin, write } from '../messages/write.ts';
import { ofUser } from '../places.ts';

const newMessage = validator('NewMessage');

/** In a conversation that exists, or in one that begins with it: then the client has invented the identifier. */
export const sendMessage = ofUser('Basic User', ({ state, call, user }) => {
  const id = String(call.params.messagesession);
  const wanted = newMessage.parse(call.body);
  const known = conversationOf(state, user.domain, id);
  if (known === undefined && !/^\w{32,}$/.test(id))
    return failed(400, 'a new message session needs an identifier of 32 or more letters, digits and _');
  const conversation = known ?? begin(state, call.now(), id, user, wanted);
  if (isReply(conversation)) return conversation;
  const member = memberOf(conversation, user.user);
  if (member === undefined) return noSession(id);
  write(state, call.now(), conversation, member, wanted);
  return accepted;
});
