import type { Deliver } from './bot-side/deliver.ts';
import type { Sockets } from './bot-side/sockets.ts';
import type { Clock } from './clock.ts';
import type { Faults } from './faults.ts';
import type { Limits } from './limits.ts';
import type { Codes } from './oauth/codes.ts';
import type { ResponseUrls } from './response-urls.ts';
import type { Command, Settings } from './settings.ts';
import type { TurnableSwitches } from './switches.ts';
import type { Traffic } from './traffic.ts';
import type { Triggers } from './triggers.ts';
import type { Workspace } from './workspace.ts';

/** Everything that together plays Slack for one workspace. All but `workspace` is shared with the others. */
export interface Slack {
  readonly settings: Settings;
  readonly workspace: Workspace;
  readonly clock: Clock;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly traffic: Traffic;
  readonly faults: Faults;
  readonly switches: TurnableSwitches;
  readonly limits: Limits;
  readonly sockets: Sockets;
  readonly deliver: Deliver;
  readonly codes: Codes;
  /** Tokens that worked once, and Slack's word for them. */
  readonly dead: Map<string, 'account_inactive' | 'token_revoked'>;
  readonly commands: readonly Command[];
  /** `http://127.0.0.1:4100`, once it listens. */
  baseUrl: string;
}
