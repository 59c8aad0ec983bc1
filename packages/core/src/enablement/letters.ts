import type { Person } from '../ports/register.ts';
import { lettersValues } from './plan.ts';
import type { Enablement } from './state.ts';
import { correctionDue } from './waits.ts';

/** Letters to Acrobits that a person sends by a click; the first one is sent by the run. */
export type LetterKind = 'follow-up' | 'correction' | 'withdrawal';

export interface SentLetter {
  readonly kind: LetterKind;
  /** 1 for the first of its kind in this enablement. */
  readonly number: number;
  readonly by: Person;
  readonly orderedAt: Date;
  readonly sentAt?: Date | undefined;
  /** Why it has not left yet. */
  readonly trouble?: string | undefined;
}

export interface Draft {
  readonly kind: LetterKind;
  readonly number: number;
  readonly subject: string;
  readonly text: string;
}

/** Which letters make sense now: after Acrobits was told something that has changed, is not wanted any more, or has no answer. */
export function lettersDue(enablement: Enablement): readonly LetterKind[] {
  const { status, told, steps, letters } = enablement;
  if (told === undefined) return [];
  if (status === 'cancelled') return letters.some(({ kind }) => kind === 'withdrawal') ? [] : ['withdrawal'];
  const waits = steps.some(({ name, status }) => name === 'Acrobits answered' && status === 'waiting');
  const corrects = letters.some(({ kind, sentAt }) => kind === 'correction' && sentAt === undefined);
  return [
    ...(correctionDue(enablement) && !corrects ? (['correction'] as const) : []),
    ...(waits ? (['follow-up'] as const) : []),
  ];
}

/** A letter as it would be sent now. Nothing secret is in it, and no link: the page is behind the one in our first letter. */
export function draft(enablement: Enablement, kind: LetterKind): Draft {
  const { prerequisites: values, told, letters } = enablement;
  const number = letters.filter((letter) => letter.kind === kind).length + 1;
  const asked = told === undefined ? '' : ` of ${told.at.toISOString().slice(0, 10)}`;
  const body = { 'follow-up': followUp, correction, withdrawal }[kind](enablement, asked);
  return {
    kind,
    number,
    subject: `${SUBJECT[kind]}: Cloud Softphone for ${values.cspCompany}`,
    text: ['Hello,', '', ...body, '', 'NetSapiens Enablement'].join('\n'),
  };
}

const SUBJECT: Readonly<Record<LetterKind, string>> = {
  'follow-up': 'Reminder',
  correction: 'Correction',
  withdrawal: 'Withdrawn',
};

const followUp = ({ prerequisites: { cspCompany, portalUrl } }: Enablement, asked: string): readonly string[] => [
  `we wrote to you${asked} about Cloud Softphone for ${cspCompany} (${portalUrl})`,
  'and have no cloudId, API key and messaging server host from you yet. Please return them on the page',
  'behind the link in that letter. If something is missing, just answer this one.',
];

function correction({ prerequisites, told }: Enablement, asked: string): readonly string[] {
  const before = new Map(told === undefined ? [] : lettersValues(told.values));
  const now = lettersValues(prerequisites);
  const changed = now.filter(([name, value]) => before.get(name) !== value);
  const gone = [...before.keys()].filter((name) => !now.some(([known]) => known === name));
  return [
    `some of the values in our letter${asked} were wrong. Please use these instead:`,
    '',
    ...changed.map(([name, value]) => `  ${name}: ${value} (instead of ${before.get(name) ?? 'none'})`),
    ...gone.map((name) => `  ${name}: none (instead of ${before.get(name)})`),
    '',
    'The page behind the link in that letter shows them, too. Everything else stays as it was.',
  ];
}

function withdrawal({ prerequisites: { cspCompany, portalUrl }, domains, answer }: Enablement, asked: string): readonly string[] {
  const provisioned = domains.filter(({ outcome }) => outcome !== undefined).map(({ domain }) => domain);
  return [
    `our request${asked} to enable Cloud Softphone for ${cspCompany} (${portalUrl}) is withdrawn.`,
    'Please do not set it up, and remove the values that you may have filed; the page behind our link is closed.',
    ...(answer === undefined ? [] : [`You gave it cloudId ${answer.cloudId}.`]),
    ...(provisioned.length === 0 ? [] : [`These domains were provisioned and are still there: ${provisioned.join(', ')}.`]),
  ];
}
