import { styleText } from 'node:util';
import { type Finding, type Report, type Status, tallyOf, worstFirst } from '@enablement/core';

const MARK: Readonly<Record<Status, string>> = { failed: '✗ failed', unknown: '? unknown', passed: '✓ passed' };
const COLOUR = { failed: 'red', unknown: 'yellow', passed: 'green' } as const;

/** A report as a table: what failed comes first and says what to do; what passed takes one line each. */
export function forPeople(report: Report, colours: boolean): string {
  const { passed, failed, unknown } = tallyOf(report.findings);
  const took = (report.endedAt.getTime() - report.startedAt.getTime()) / 1_000;
  const found = worstFirst(report.findings);
  const width = Math.max(...found.map(({ title }) => title.length));
  const paint = (status: Status, text: string) => (colours ? styleText(COLOUR[status], text, WANTED) : text);
  const line = ({ status, title, severity, owner, seen, fix, expected, target }: Finding): string => {
    const mark = MARK[status] + (status === 'failed' && severity === 'warning' ? ' (warning)' : '');
    const domain = target.includes('/') ? `${target.split('/')[1]}: ` : '';
    const first = `  ${paint(status, mark.padEnd(18))} ${title.padEnd(width)}  ${owner}`;
    if (status === 'passed') return `${first}${domain && `  (${domain.slice(0, -2)})`}`;
    return [first, `${INDENT}${domain}${seen}`, `${INDENT}Expected: ${expected}.`, `${INDENT}→ ${fix}`].join('\n');
  };
  const summary = `${report.name}: ${failed} failed, ${unknown} unknown, ${passed} passed (${took.toFixed(1)} s)`;
  return [colours ? styleText('bold', summary, WANTED) : summary, '', ...found.map(line), ''].join('\n');
}

/** Who calls knows where it goes. */
const WANTED = { validateStream: false } as const;

const INDENT = ' '.repeat(21);
