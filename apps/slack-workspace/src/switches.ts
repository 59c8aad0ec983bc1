import { z } from 'zod';

/** What workspaces may differ in; a test or a person turns it at `/_slack/switches` or on the page. */
export interface Switches {
  /** Whether messages may hold `plan` and `task_card`; a workspace that does not have them yet answers `invalid_blocks`. */
  plan: boolean;
  /** Whether calls are counted, and refused with 429 beyond Slack's published limits. */
  limits: boolean;
}

export const SwitchChange = z.strictObject({ plan: z.boolean().optional(), limits: z.boolean().optional() });

/** The types of blocks that the workspace does not have. */
export const missingBlocks = ({ plan }: Switches): readonly string[] => (plan ? [] : ['plan', 'task_card']);

const usual: Switches = { plan: true, limits: false };

export interface TurnableSwitches {
  readonly now: Readonly<Switches>;
  turn(change: z.infer<typeof SwitchChange>): void;
  reset(): void;
}

export function createSwitches(): TurnableSwitches {
  const now = { ...usual };
  return {
    now,
    turn: (change) => void Object.assign(now, change),
    reset: () => void Object.assign(now, usual),
  };
}
