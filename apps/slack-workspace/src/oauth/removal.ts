import { randomBytes } from 'node:crypto';
import { sendEvent } from '../bot-side/events.ts';
import type { Slack } from '../slack.ts';
import type { Workspace } from '../workspace.ts';
import type { Consent } from './codes.ts';

/** Gives the app access. Who has it already keeps the token, as Slack does; after a removal there is a new one. */
export function grant(workspace: Workspace, { scopes }: Consent): string {
  const token = workspace.access?.token ?? `xoxb-${workspace.team.id.toLowerCase()}-${randomBytes(12).toString('hex')}`;
  workspace.access = { token, scopes };
  workspace.changed();
  return token;
}

/**
 * Somebody removes the app, or only revokes its token. The token is dead before the app hears of it; Slack tells of a removal twice,
 * with both events. The app stays a member of its channels here: what Slack does about that when it comes back is not documented.
 */
export async function remove(slack: Slack, how: 'uninstall' | 'revoke'): Promise<void> {
  const { workspace } = slack;
  if (workspace.access === undefined) return;
  slack.dead.set(workspace.access.token, how === 'uninstall' ? 'account_inactive' : 'token_revoked');
  workspace.access = undefined;
  workspace.homes.clear();
  workspace.modals.clear();
  workspace.changed();
  const farewell = { farewell: true };
  await sendEvent(slack, { type: 'tokens_revoked', tokens: { oauth: [], bot: [workspace.app.botUser] } }, farewell);
  if (how === 'uninstall') await sendEvent(slack, { type: 'app_uninstalled' }, farewell);
}
