import { hours, isDate, isTimeZone, type Policy, seconds } from '@enablement/core';
import { z } from 'zod';

export const flag = z
  .enum(['0', '1'])
  .default('0')
  .transform((value) => value === '1');
const whole = (from: number, to: number, standard: number) => z.coerce.number().int().min(from).max(to).default(standard);

const WEEK = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const wordsOf = (text: string) => text.split(/[\s,]+/).filter(Boolean);

/** What a deployment decides about approvals and reminders. Without any of it nobody has to approve, and people work Monday to Friday. */
export const PolicySettings = {
  APPROVE_CONTACT: flag,
  APPROVE_DOMAINS: flag,
  APPROVE_PLANS: flag,
  APPROVAL_QUORUM: whole(1, 9, 1),
  APPROVAL_HOURS: whole(1, 720, 72),
  REMIND_AFTER_DAYS: whole(1, 30, 1),
  REMIND_ACROBITS_AFTER_DAYS: whole(1, 30, 2),
  ESCALATE_AFTER: whole(1, 30, 3),
  TIME_ZONE: z.string().refine(isTimeZone).default('UTC'),
  WEEKEND: z
    .string()
    .default('Sat,Sun')
    .transform((text) => wordsOf(text).map((day) => WEEK.indexOf(day) + 1))
    // A week without a business day would never end.
    .refine((days) => !days.includes(0) && new Set(days).size < 7),
  HOLIDAYS: z
    .string()
    .default('')
    .transform(wordsOf)
    .refine((dates) => dates.every(isDate)),
  BUSINESS_DAY_SECONDS: z.coerce.number().int().min(1).optional(),
};

const Read = z.object(PolicySettings);

export function policyOf(settings: z.infer<typeof Read>): Policy {
  return {
    approval: {
      contact: settings.APPROVE_CONTACT,
      domains: settings.APPROVE_DOMAINS,
      quorum: settings.APPROVAL_QUORUM,
      within: hours(settings.APPROVAL_HOURS),
    },
    reminders: {
      calendar: {
        timeZone: settings.TIME_ZONE,
        weekend: settings.WEEKEND,
        holidays: settings.HOLIDAYS,
        ...(settings.BUSINESS_DAY_SECONDS === undefined ? {} : { dayLasts: seconds(settings.BUSINESS_DAY_SECONDS) }),
      },
      every: settings.REMIND_AFTER_DAYS,
      everyForAcrobits: settings.REMIND_ACROBITS_AFTER_DAYS,
      escalateAfter: settings.ESCALATE_AFTER,
    },
  };
}
