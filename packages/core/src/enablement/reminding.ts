import type { Clock } from '../ports/clock.ts';
import type { Register, ReminderFor } from '../ports/register.ts';
import { businessDaysAfter, type Calendar, EVERY_WEEK } from './calendar.ts';
import type { Enablement, RunKey } from './state.ts';

/** When people are reminded, in business days. */
export interface ReminderRules {
  readonly calendar: Calendar;
  /** Of what people of ours have to do. */
  readonly every: number;
  /** Of Acrobits' silence. */
  readonly everyForAcrobits: number;
  /** After so many reminders in vain it is told in the open as well. */
  readonly escalateAfter: number;
}

export const USUAL_REMINDERS: ReminderRules = { calendar: EVERY_WEEK, every: 1, everyForAcrobits: 2, escalateAfter: 3 };

/** Somebody is waited for, and is reminded of it. */
export interface Reminding {
  readonly text: string;
  readonly whom?: ReminderFor | undefined;
  /** Business days. */
  readonly every: number;
}

/** How a wait stands, from step results alone, so that a run that starts again comes to the same. */
export interface Patience {
  /** When it began; tells apart the times that one step is waited at. */
  readonly since: number;
  readonly due: number;
  /** How often it was looked whether to remind, and how often people were reminded. */
  readonly looks: number;
  readonly reminded: number;
}

/** What became of a reminder that was due: when to look again. */
export type Looked = { readonly due: number; readonly reminded: number };

type Needs = { readonly register: Register; readonly clock: Clock; readonly policy: { readonly reminders: ReminderRules } };

export const dueAfter = ({ policy }: Pick<Needs, 'policy'>, at: Date, every: number): number =>
  businessDaysAfter(at, every, policy.reminders.calendar).getTime();

/**
 * Writes the reminder down that is due, and in the open what was not done after several; not while somebody has snoozed it.
 * May run twice: its key is the wait's own. Gives when to look again.
 */
export async function remind(
  ports: Needs,
  enablement: Enablement,
  step: string,
  run: RunKey,
  { text, whom = 'responsible', every }: Reminding,
  { since, reminded }: Patience,
): Promise<Looked> {
  const now = ports.clock.now();
  const { snoozed, prerequisites, id } = enablement;
  if (snoozed !== undefined && snoozed.until > now) return { due: snoozed.until.getTime(), reminded };
  const key = `${run}/${step}/${since}`;
  await ports.register.remind(id, key, text, whom);
  if (reminded + 1 >= ports.policy.reminders.escalateAfter) {
    const began = new Date(since).toISOString().slice(0, 10);
    const told = `${prerequisites.cspCompany} has waited since ${began}, and ${reminded + 1} reminders have not helped. ${text}`;
    await ports.register.remind(id, `${key}/escalation`, told, 'escalation');
  }
  return { due: dueAfter(ports, now, every), reminded: reminded + 1 };
}
