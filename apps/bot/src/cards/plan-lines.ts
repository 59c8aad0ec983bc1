import { type Approval, askedFor, type Enablement, OUTLOOKS, type Plan, type SentLetter } from '@enablement/core';
import { cut } from './rich-text.ts';
import { moment, person, plain } from './words.ts';

/** Domains that are named one by one; the others are counted, and stand in the table and on the page. */
const MOST_NAMED = 5;
const LONGEST = 300;

/**
 * Before anything leaves: what will be sent to whom, which checks it passed, what is known of the domains; who approved it and who still
 * has to. After that, the letters that people sent. Whatever a run holds, it stays short.
 */
export function planLines(enablement: Enablement): readonly string[] {
  const { plan, told, approval, letters, snoozed } = enablement;
  return [
    ...(plan !== undefined && (told === undefined || approval?.status === 'asked') ? planned(plan) : []),
    ...(approval === undefined ? [] : [approvalLine(approval)]),
    ...toProvision(enablement),
    ...letters.slice(-MOST_NAMED).map(letterLine),
    ...(snoozed === undefined ? [] : [`:no_bell: No reminders before ${moment(snoozed.until)} (${person(snoozed.by)})`]),
  ];
}

/** Each domain that can be approved now stands here: who approves all of them approves what was shown, and nothing else. */
function toProvision(enablement: Enablement): readonly string[] {
  const asked = askedFor(enablement);
  const [first] = asked;
  const rejected = enablement.domains.filter(({ status, approval }) => status !== 'cancelled' && approval?.status === 'rejected');
  return [
    ...(first?.plan === undefined
      ? []
      : [`*Plan: to be provisioned at ${said(first.plan.to)}*, ${valuesOf(first.plan, 'cloudId', 'API key')}`]),
    ...asked.map(({ domain, plan, approval }) => `• \`${plain(domain)}\`: ${inWords(plan)}${countOf(approval)}`),
    ...rejected
      .slice(0, MOST_NAMED)
      .flatMap(({ domain, approval }) => (approval === undefined ? [] : [`\`${plain(domain)}\` ${approvalLine(approval)}`])),
  ];
}

const inWords = (plan: Plan | undefined): string =>
  plan === undefined
    ? ''
    : [
        ...plan.domains.slice(0, 1).map(({ outlook }) => outlook),
        valuesOf(plan, 'Office Manager', 'Office Manager password'),
      ].join(', ');

const valuesOf = ({ sends }: Plan, ...names: readonly string[]): string =>
  sends
    .filter(({ name }) => names.includes(name))
    .map(({ name, value }) => `${name} ${said(value)}`)
    .join(', ');

const countOf = ({ votes, needed, fingerprint }: Approval): string =>
  ` (${fingerprint}${needed === 1 ? '' : `, approved by ${votes.length} of ${needed}`})`;

const said = (text: string): string => plain(cut(text, LONGEST));

function planned({ to, sends, checks, domains }: Plan): readonly string[] {
  const named = domains
    .slice(0, MOST_NAMED)
    .map(({ domain, outlook, why }) => `• \`${plain(domain)}\`: ${outlook}, ${said(why)}`);
  return [
    `*Plan: what ${plain(to)} will be told*`,
    ...sends.map(({ name, value }) => `• ${said(name)}: *${said(value)}*`),
    ...checks.map((check) => `:heavy_check_mark: ${said(check)}`),
    ...named,
    ...(domains.length > named.length ? [`… ${domains.length} domains in all: ${outlooks(domains)}`] : []),
  ];
}

const outlooks = (domains: Plan['domains']): string =>
  OUTLOOKS.flatMap((outlook) => {
    const n = domains.filter((one) => one.outlook === outlook).length;
    return n === 0 ? [] : [`${n} ${outlook}`];
  }).join(', ');

/** The fingerprint is what was shown: other values have another one, and need another approval. */
function approvalLine({ status, votes, needed, askedAt, until, fingerprint, rejected, glassBroken }: Approval): string {
  const who = votes.map(({ by }) => person(by)).join(', ');
  if (glassBroken !== undefined)
    return `:exclamation: ${person(glassBroken.by)} went past the approvers ${moment(glassBroken.at)}: “${said(glassBroken.reason)}”`;
  if (rejected !== undefined && status === 'rejected')
    return `:no_entry: Rejected by ${person(rejected.by)} ${moment(rejected.at)}: “${said(rejected.reason)}”`;
  if (status === 'approved') return `:white_check_mark: Approved by ${who}, of ${fingerprint}`;
  return `:hourglass_flowing_sand: Approval of ${fingerprint}: ${votes.length} of ${needed}${who === '' ? '' : ` (${who})`}, asked ${moment(askedAt)}, until ${moment(until)}`;
}

const letterLine = ({ kind, by, sentAt, trouble }: SentLetter): string =>
  `:email: Letter to Acrobits (${kind}) by ${person(by)}: ${sentAt === undefined ? said(trouble ?? 'about to leave') : `sent ${moment(sentAt)}`}`;
