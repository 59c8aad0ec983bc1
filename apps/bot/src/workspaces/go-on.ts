import type { Person, Register, Team } from '@enablement/core';
import { stuckRuns } from '../commands/retry.ts';

/** A workspace has the app again: its runs that waited because nobody could be asked about people go on at once. */
export async function goOn(register: Pick<Register, 'list' | 'nudge'>, team: Team, by: Person): Promise<void> {
  for (const run of await register.list({ team }))
    for (const key of stuckRuns(run)) await register.nudge(key, by, 'the app was installed again');
}
