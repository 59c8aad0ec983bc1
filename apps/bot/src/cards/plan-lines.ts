import { type Approval, askedFor, type Enablement, type Plan, type SentLetter } from '@enablement/core';
import { moment, person, plain } from './words.ts';

/** What will leave and to whom, who approved it and who still has to, and letters that were sent. */
export function planLines(enablement: Enablement): readonly string[] {
  const { plan, told, approval, letters, snoozed } = enablement;
  if (enablement.status === 'cancelled') return letters.map(letterLine);
  return [
    ...(plan !== undefined && (told === undefined || approval?.status === 'asked') ? lines('Plan', plan) : []),
    ...(approval === undefined ? [] : [approvalLine(approval)]),
    ...toProvision(enablement),
    ...letters.map(letterLine),
    ...(snoozed === undefined ? [] : [`No reminders before ${moment(snoozed.until)} (${person(snoozed.by)})`]),
  ];
}

/** Every domain that can be approved now stands here, since who approves all of them approves what is shown. */
function toProvision(enablement: Enablement): readonly string[] {
  const asked = askedFor(enablement);
  const rejected = enablement.domains.filter(({ status, approval }) => status !== 'cancelled' && approval?.status === 'rejected');
  const [first] = asked;
  return [
    ...(first?.plan === undefined
      ? []
      : [`*To be provisioned* at ${plain(first.plan.to)}, ${valuesOf(first.plan, 'cloudId', 'API key')}`]),
    ...asked.map(
      ({ domain, plan, approval }) => `• ${[`\`${plain(domain)}\``, ...inWords(plan), approvalLine(approval)].join(' · ')}`,
    ),
    ...rejected.flatMap(({ domain, approval }) =>
      approval === undefined ? [] : [`• \`${plain(domain)}\` · ${approvalLine(approval)}`],
    ),
  ];
}

const letterLine = ({ kind, by, sentAt, trouble }: SentLetter): string =>
  `Letter (${kind}) by ${person(by)}: ${sentAt === undefined ? plain(trouble ?? 'about to leave') : `sent ${moment(sentAt)}`}`;

const lines = (title: string, plan: Plan): readonly string[] => [
  `*${title}*: ${plain(plan.to)} will be told`,
  ...plan.sends.map(({ name, value }) => `• ${name}: ${plain(value)}`),
  ...plan.checks.map((check) => `• checked: ${plain(check)}`),
  ...plan.domains.map(({ domain, outlook, why }) => `• \`${plain(domain)}\`: ${outlook} (${why})`),
];

const inWords = (plan: Plan | undefined): readonly string[] =>
  plan === undefined
    ? []
    : [
        valuesOf(plan, 'Office Manager', 'Office Manager password'),
        ...plan.domains.map(({ outlook, why }) => `${outlook} (${why})`),
      ];

const valuesOf = ({ sends }: Plan, ...names: readonly string[]): string =>
  sends
    .filter(({ name }) => names.includes(name))
    .map(({ name, value }) => `${name} ${plain(value)}`)
    .join(', ');

function approvalLine({ status, votes, needed, until, fingerprint, rejected, glassBroken }: Approval): string {
  const who = votes.map(({ by }) => person(by)).join(', ');
  const of = `of ${fingerprint}`;
  if (glassBroken !== undefined)
    return `:rotating_light: ${person(glassBroken.by)} went past the approvers: “${plain(glassBroken.reason)}”`;
  if (rejected !== undefined && status === 'rejected') return `Rejected by ${person(rejected.by)}: “${plain(rejected.reason)}”`;
  if (status === 'approved') return `Approved by ${who}, ${of}`;
  return `Approval ${of}: ${votes.length} of ${needed}${who === '' ? '' : ` (${who})`}, until ${moment(until)}`;
}
