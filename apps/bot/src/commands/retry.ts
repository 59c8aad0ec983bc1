import { domainRun, type Enablement, type RunKey } from '@enablement/core';
import { plain } from '../cards/words.ts';
import type { Desk } from '../desk.ts';
import { findOne } from './find.ts';

/** Tries again everything that is stuck in the run that is meant. */
export async function retry(desk: Desk, words: string, by: string): Promise<string> {
  const found = await findOne(desk, { stuck: true }, words, {
    typed: `${desk.commands.enableAcrobits} retry`,
    none: 'Nothing is stuck, so there is nothing to try again.',
  });
  if ('answer' in found) return found.answer;
  const keys = stuckRuns(found.run);
  for (const key of keys) await wakeStuck(desk, found.run, key, by);
  const csp = plain(found.run.prerequisites.cspCompany);
  const what = keys.length === 1 ? `What was stuck for ${csp} is` : `All ${keys.length} that were stuck for ${csp} are`;
  return `${what} tried again; the card shows how it goes.`;
}

/** What was rejected, or not approved in time, is asked again; everything else is woken. */
export async function wakeStuck({ approvals, register }: Desk, enablement: Enablement, run: RunKey, by: string): Promise<void> {
  const steps =
    enablement.id === run ? enablement.steps : enablement.domains.find(({ domain }) => run.endsWith(`/${domain}`))?.steps;
  if (steps?.some(({ asks }) => asks === 'approval') && (await approvals.askAgain(run, by))) return;
  await register.nudge(run, by, 'asked to try again');
}

/** The base run, with letters that could not leave, and the domains that have a problem. */
export function stuckRuns({ id, status, steps, domains, letters }: Enablement): readonly RunKey[] {
  const held = letters.some(({ sentAt, trouble }) => sentAt === undefined && trouble !== undefined);
  if (status === 'cancelled') return held ? [id] : [];
  const isStuck = (known: Enablement['steps']) => known.some((step) => step.status === 'problem');
  return [
    ...(held || isStuck(steps) ? [id] : []),
    ...domains
      .filter((domain) => domain.status !== 'cancelled' && isStuck(domain.steps))
      .map(({ domain }) => domainRun(id, domain)),
  ];
}
