import { accepted } from '../answers.ts';
import { keep } from '../messages/conversations.ts';
import { publishSession } from '../messages/deliver.ts';
import { ofSession } from '../messages/places.ts';

/** The others see that somebody has left. */
export const leaveMessageSession = ofSession(({ state, call, conversation, member }) => {
  const left = { ...conversation, members: conversation.members.filter((other) => other !== member) };
  keep(state, left);
  publishSession(state, call.now(), left);
  return accepted;
});
