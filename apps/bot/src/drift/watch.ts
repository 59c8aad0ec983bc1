import { type DriftPorts, hours, minutes, recheckDue } from '@enablement/core';
import type { Log } from '../log.ts';
import { everySoOften } from '../relay.ts';
import type { Settings } from '../settings.ts';

/** Looks again and again at what is enabled; nothing when that is switched off. */
export function watchDrift(
  { RECHECK_HOURS }: Pick<Settings, 'RECHECK_HOURS'>,
  log: Log,
  ports: DriftPorts,
): ReturnType<typeof everySoOften> | undefined {
  if (RECHECK_HOURS === 0) return undefined;
  const every = hours(RECHECK_HOURS);
  return everySoOften(Math.min(every, minutes(1)), log, 'looking at what is enabled', async () => {
    await recheckDue(ports, every);
  });
}
