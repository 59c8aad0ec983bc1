import { conversationsOf } from '../messages/conversations.ts';
import { showSessions } from '../messages/show.ts';
import { pageFor } from '../pages.ts';
import { ofUser } from '../places.ts';

export const listMessageSessions = ofUser('Basic User', ({ state, call, user }) => {
  const shown = showSessions(conversationsOf(state, user.domain, user.user), state, user.user);
  return { status: 200, body: pageFor(shown, call) };
});
