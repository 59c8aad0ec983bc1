import { ofSession } from '../messages/places.ts';
import { showMessage } from '../messages/show.ts';
import { pageFor } from '../pages.ts';

/** The newest first; the order is inferred. */
export const listMessages = ofSession(({ state, call, conversation, member }) => ({
  status: 200,
  body: pageFor(conversation.messages.toReversed(), call).map((message) => showMessage(conversation, message, member, state)),
}));
