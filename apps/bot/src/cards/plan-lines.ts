import type { Approval, Enablement, Plan } from '@enablement/core';
import { moment, person, plain } from './words.ts';

/** What will leave and to whom, who approved it and who still has to, and letters that were sent: in the plainest form. */
export function planLines(enablement: Enablement): readonly string[] {
  const { plan, told, domains, letters, snoozed } = enablement;
  const planned = domains.filter(({ approval }) => approval?.status === 'asked' || approval?.status === 'rejected');
  return [
    ...(plan !== undefined && (told === undefined || enablement.approval?.status === 'asked') ? lines('Plan', plan) : []),
    ...(enablement.approval === undefined ? [] : [approvalLine(enablement.approval)]),
    ...planned.flatMap(({ domain, plan, approval }) => [
      ...(plan === undefined ? [] : [`*Plan for \`${plain(domain)}\`*: ${inWords(plan)}`]),
      ...(approval === undefined ? [] : [approvalLine(approval)]),
    ]),
    ...letters.map(
      ({ kind, by, sentAt, trouble }) =>
        `Letter (${kind}) by ${person(by)}: ${sentAt === undefined ? plain(trouble ?? 'about to leave') : `sent ${moment(sentAt)}`}`,
    ),
    ...(snoozed === undefined ? [] : [`No reminders before ${moment(snoozed.until)} (${person(snoozed.by)})`]),
  ];
}

const lines = (title: string, plan: Plan): readonly string[] => [
  `*${title}*: ${plain(plan.to)} will be told`,
  ...plan.sends.map(({ name, value }) => `• ${name}: ${plain(value)}`),
  ...plan.checks.map((check) => `• checked: ${plain(check)}`),
  ...plan.domains.map(({ domain, outlook, why }) => `• \`${plain(domain)}\`: ${outlook} (${why})`),
];

const inWords = ({ to, sends, domains }: Plan): string =>
  [
    `to ${plain(to)}`,
    ...sends.slice(1).map(({ name, value }) => `${name} ${plain(value)}`),
    ...domains.map(({ outlook, why }) => `${outlook} (${why})`),
  ].join(', ');

function approvalLine({ status, votes, needed, until, fingerprint, rejected, glassBroken }: Approval): string {
  const who = votes.map(({ by }) => person(by)).join(', ');
  const of = `of ${fingerprint}`;
  if (glassBroken !== undefined)
    return `:rotating_light: ${person(glassBroken.by)} went past the approvers: “${plain(glassBroken.reason)}”`;
  if (rejected !== undefined && status === 'rejected') return `Rejected by ${person(rejected.by)}: “${plain(rejected.reason)}”`;
  if (status === 'approved') return `Approved by ${who}, ${of}`;
  return `Approval ${of}: ${votes.length} of ${needed}${who === '' ? '' : ` (${who})`}, until ${moment(until)}`;
}
