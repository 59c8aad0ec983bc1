import { domainRun, type Enablement, type RunKey } from '@enablement/core';
import { plain } from '../cards/words.ts';
import type { Desk } from '../desk.ts';
import { findOne } from './find.ts';

/** Tries again everything that is stuck in the run that is meant. */
export async function retry(desk: Desk, words: string, by: string): Promise<string> {
  const stuck = (await desk.register.list()).filter((run) => stuckRuns(run).length > 0);
  const found = findOne(stuck, words, {
    typed: `${desk.commands.enableAcrobits} retry`,
    none: 'Nothing is stuck, so there is nothing to try again.',
  });
  if ('answer' in found) return found.answer;
  const keys = stuckRuns(found.run);
  for (const key of keys) await desk.register.nudge(key, by, 'asked to try again');
  const csp = plain(found.run.prerequisites.cspCompany);
  const what = keys.length === 1 ? `What was stuck for ${csp} is` : `All ${keys.length} that were stuck for ${csp} are`;
  return `${what} tried again; the card shows how it goes.`;
}

/** The base run and the domains that have a problem. */
export function stuckRuns({ id, status, steps, domains }: Enablement): readonly RunKey[] {
  if (status === 'cancelled') return [];
  const isStuck = (known: Enablement['steps']) => known.some((step) => step.status === 'problem');
  return [
    ...(isStuck(steps) ? [id] : []),
    ...domains.filter((domain) => isStuck(domain.steps)).map(({ domain }) => domainRun(id, domain)),
  ];
}
