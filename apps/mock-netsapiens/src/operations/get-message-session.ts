import { ofSession } from '../messages/places.ts';
import { showSession } from '../messages/show.ts';

/** A list with one in it, as published. */
export const getMessageSession = ofSession(({ state, conversation, member }) => ({
  status: 200,
  body: [showSession(conversation, member, state)],
}));
