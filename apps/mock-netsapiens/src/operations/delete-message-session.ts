import { accepted } from '../answers.ts';
import { keep } from '../messages/conversations.ts';
import { ofSession } from '../messages/places.ts';

/** Gone for this user; the others keep it, which is inferred. */
export const deleteMessageSession = ofSession(({ state, conversation, member }) => {
  keep(state, { ...conversation, members: conversation.members.filter((other) => other !== member) });
  return accepted;
});
