import type { State } from './state.ts';
import { showSubscription } from './subscriptions.ts';

/** What a person or a test may look at: no password, no token. */
export const showState = (state: State): unknown => ({
  release: state.release,
  hostname: state.hostname,
  clients: state.clients.map(({ id }) => id),
  domains: state.domains,
  users: state.users.map(({ password: _, ...user }) => user),
  devices: state.devices.map(({ password: _, ...device }) => device),
  numbers: state.numbers,
  sessions: state.tokens.map(({ login, clientId, expiresAt }) => ({
    login,
    clientId,
    expiresAt: Number.isFinite(expiresAt) ? new Date(expiresAt) : 'never',
  })),
  subscriptions: state.subscriptions.map((subscription) => showSubscription(subscription, state, new Date())),
});
