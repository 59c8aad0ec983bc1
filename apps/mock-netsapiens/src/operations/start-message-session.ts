import { validator } from '@enablement/contracts/netsapiens';
import { isReply } from '../callers.ts';
import { conversationAmong, memberOf, newConversationId } from '../messages/conversations.ts';
import { noSession } from '../messages/places.ts';
import { showMessage } from '../messages/show.ts';
import { begin, write } from '../messages/write.ts';
import { ofUser } from '../places.ts';

const firstMessage = validator('FirstMessage');

/** The platform finds the conversation, or begins one. Answers the message, as in the published schema; the sample shows an acceptance. */
export const startMessageSession = ofUser('Basic User', ({ state, call, user }) => {
  const wanted = firstMessage.parse(call.body);
  const fresh = begin(state, call.now(), newConversationId(), user, wanted);
  if (isReply(fresh)) return fresh;
  const conversation = conversationAmong(state, fresh) ?? fresh;
  const member = memberOf(conversation, user.user);
  if (member === undefined) return noSession(conversation.id);
  const message = write(state, call.now(), conversation, member, wanted);
  return { status: 200, body: showMessage(conversation, message, member, state) };
});
