import type { State } from './state.ts';
import { showSubscription } from './subscriptions.ts';

const withoutPassword = ({ password: _, ...row }: object & { password?: unknown }): object => row;

/** What a person or a test may look at: no password, no token. */
export const showState = (state: State): unknown => ({
  release: state.release,
  hostname: state.hostname,
  clients: state.clients.map(({ id }) => id),
  ...Object.fromEntries(
    Object.entries(state.tables).map(([name, table]) => [name, [...table.rows.values()].map(withoutPassword)]),
  ),
  changes: state.changes.map(({ table, kind, key, dueAt }) => ({ table, kind, key, dueAt: new Date(dueAt) })),
  sessions: state.tokens.map(({ login, clientId, expiresAt }) => ({
    login,
    clientId,
    expiresAt: Number.isFinite(expiresAt) ? new Date(expiresAt) : 'never',
  })),
  subscriptions: state.subscriptions.map((subscription) => showSubscription(subscription, state, new Date())),
});
