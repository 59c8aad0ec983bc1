import { conversationsIn } from '../messages/conversations.ts';
import { showSessions } from '../messages/show.ts';
import { pageFor } from '../pages.ts';
import { inDomain } from '../places.ts';

/** One row for each user who takes part; that it is so, and takes an Office Manager, is inferred. */
export const listDomainMessageSessions = inDomain('Office Manager', ({ state, call, domain }) => ({
  status: 200,
  body: pageFor(showSessions(conversationsIn(state, domain.domain), state), call),
}));
