import { type Finding, type Report, type Status, tallyOf, worstFirst } from '@enablement/core';
import { moment, plain } from './words.ts';

const MARKS: Record<Status, string> = { failed: ':x:', unknown: ':grey_question:', passed: ':white_check_mark:' };

/** The whole report in a sentence. Warnings do not keep anything from working, so they do not make it “not ready”. */
export function summaryOf({ findings }: Pick<Report, 'findings'>): string {
  const blocking = tallyOf(findings.filter(({ severity }) => severity === 'blocking'));
  const warnings = findings.filter(({ status, severity }) => status === 'failed' && severity === 'warning').length;
  const all = count(findings.length, 'check');
  const told = [
    ...(blocking.failed > 0 ? [`${blocking.failed} of ${all} failed`] : []),
    ...(warnings > 0 ? [count(warnings, 'warning')] : []),
    ...(blocking.unknown > 0 ? [`${blocking.unknown} could not be told`] : []),
  ];
  if (blocking.failed > 0) return `Not ready: ${told.join(', ')}`;
  if (blocking.unknown > 0) return `Not sure: ${told.join(', ')}`;
  return warnings > 0 ? `Ready, with ${told.join(', ')}` : `Ready: all ${all} passed`;
}

/** Slack takes 50 blocks a message; the report as a page has no end. */
const MOST_OPEN = 25;
const MOST_DETAILS = 60;

/** What asks for somebody, the worst first, each with its fix and who does it. */
export const openLines = (findings: readonly Finding[]): readonly string[] =>
  firstOf(
    worstFirst(findings)
      .filter(({ status }) => status !== 'passed')
      .map(openLine),
    MOST_OPEN,
  );

const firstOf = (lines: readonly string[], most: number): readonly string[] =>
  lines.length <= most ? lines : [...lines.slice(0, most), `… and ${lines.length - most} more, in the report as a page.`];

function openLine({ status, severity, title, seen, fix, owner }: Finding): string {
  const mark = status === 'failed' && severity === 'warning' ? ':warning:' : MARKS[status];
  const todo = fix === '' ? '' : `\n      → ${plain(fix)}${status === 'failed' ? ` _(${owner})_` : ''}`;
  return `${mark} *${plain(title)}*: ${plain(seen)}${todo}`;
}

/** Every check with what was expected, what was seen, and when. */
export const detailLines = ({ findings }: Report): readonly string[] =>
  firstOf(
    worstFirst(findings).map(
      ({ status, title, expected, seen, at }) =>
        `${MARKS[status]} ${plain(title)} · ${moment(at)}\n      Expected: ${plain(expected)}\n      Seen: ${plain(seen)}`,
    ),
    MOST_DETAILS,
  );

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;
