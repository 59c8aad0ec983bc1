import type { Deliver } from './bot-side/deliver.ts';
import type { Sockets } from './bot-side/sockets.ts';
import type { Clock } from './clock.ts';
import type { Faults } from './faults.ts';
import type { ResponseUrls } from './response-urls.ts';
import type { Command, Settings } from './settings.ts';
import type { TurnableSwitches } from './switches.ts';
import type { Traffic } from './traffic.ts';
import type { Triggers } from './triggers.ts';
import type { Workspace } from './workspace.ts';

/** Everything that together plays Slack. */
export interface Slack {
  readonly settings: Settings;
  readonly workspace: Workspace;
  readonly clock: Clock;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly traffic: Traffic;
  readonly faults: Faults;
  readonly switches: TurnableSwitches;
  readonly sockets: Sockets;
  readonly deliver: Deliver;
  readonly commands: readonly Command[];
  /** `http://127.0.0.1:4100`, once it listens. */
  baseUrl: string;
}
