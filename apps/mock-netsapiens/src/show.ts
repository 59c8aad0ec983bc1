import { showKey } from './access/keys.ts';
import { showSubscription } from './events/subscriptions.ts';
import { showSession } from './messages/show.ts';
import type { State } from './state.ts';

const withoutPassword = ({ password: _, ...row }: object & { password?: unknown }): object => row;

/** What a person or a test may look at: no password, no token. */
export const showState = (state: State, now: Date): unknown => ({
  release: state.release,
  hostname: state.hostname,
  clients: state.clients.map(({ id }) => id),
  ...Object.fromEntries(
    Object.entries(state.tables).map(([name, table]) => [name, [...table.rows.values()].map(withoutPassword)]),
  ),
  changes: state.changes.map(({ table, kind, key: of, dueAt }) => ({ table, kind, of, dueAt: new Date(dueAt) })),
  sessions: [...state.tokens.values()].map(({ login, clientId, expiresAt }) => ({
    login,
    clientId,
    expiresAt: Number.isFinite(expiresAt) ? new Date(expiresAt) : 'never',
  })),
  jwts: [...state.jwts.values()].map(({ jti, login, expiresAt }) => ({ jti, login, expiresAt: new Date(expiresAt) })),
  apiKeys: [...state.apiKeys.values()].map(showKey),
  subscriptions: state.subscriptions.map((subscription) => showSubscription(subscription, state, now)),
  posts: {
    waiting: state.waiting.map(({ subscription, dueAt, tries }) => ({ subscription, dueAt: new Date(dueAt), tries })),
    outcomes: state.outcomes,
  },
  messageSessions: [...state.conversations.rows.values()].flatMap((conversation) =>
    conversation.members.map((member) => showSession(conversation, member, state)),
  ),
  switches: state.switches,
});
