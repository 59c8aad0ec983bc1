import { businessDaysAfter } from '@enablement/core';
import { moment, plain } from '../cards/words.ts';
import type { Desk } from '../desk.ts';
import { findOne } from './find.ts';

const MOST_DAYS = 30;

/** Puts off reminders of the run that is meant, for so many business days. */
export async function snoozeRun(desk: Desk, [days, ...which]: readonly string[], by: string): Promise<string> {
  const command = desk.commands.enableAcrobits;
  if (days === undefined || !/^\d{1,2}$/.test(days) || Number(days) < 1 || Number(days) > MOST_DAYS)
    return `For how many business days, 1 to ${MOST_DAYS}? For example \`${command} snooze 3\`.`;
  const found = await findOne(desk, { open: true }, which.join(' '), {
    typed: `${command} snooze ${days}`,
    none: 'Nobody is waited for, so nobody is reminded.',
  });
  if ('answer' in found) return found.answer;
  const until = businessDaysAfter(desk.clock.now(), Number(days), desk.policy.reminders.calendar);
  await desk.register.snooze(found.run.id, until, by);
  return `Nobody is reminded about ${plain(found.run.prerequisites.cspCompany)} before ${moment(until)}.`;
}
