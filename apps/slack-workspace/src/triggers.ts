import { randomBytes } from 'node:crypto';
import type { Clock } from './clock.ts';

/** How long a trigger opens a view (docs.slack.dev, views.open). */
const lifetime = 3000;

export type TriggerUse = { ok: true; user: string } | { ok: false; error: string };

/** The right to open one view for the person who has just acted. */
export interface Triggers {
  issue(user: string): string;
  /** Uses the trigger up. */
  use(id: string): TriggerUse;
  reset(): void;
}

export function createTriggers(clock: Clock): Triggers {
  const issued = new Map<string, { user: string; until: number; used: boolean }>();
  return {
    issue(user) {
      const id = `${clock.now()}.${Math.floor(clock.now() / 1000)}.${randomBytes(16).toString('hex')}`;
      issued.set(id, { user, until: clock.now() + lifetime, used: false });
      return id;
    },
    use(id) {
      const trigger = issued.get(id);
      if (trigger === undefined) return { ok: false, error: 'invalid_trigger_id' };
      if (trigger.used) return { ok: false, error: 'exchanged_trigger_id' };
      if (clock.now() > trigger.until) return { ok: false, error: 'expired_trigger_id' };
      trigger.used = true;
      return { ok: true, user: trigger.user };
    },
    reset: () => issued.clear(),
  };
}
