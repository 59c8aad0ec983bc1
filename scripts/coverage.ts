/** `npm run coverage`: writes what the mock of NetSapiens answers, and how, into the README and docs/mock-coverage.md, from its code. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type CoveredOperation, coverOperations } from '../apps/mock-netsapiens/src/coverage.ts';
import { table } from './lib/markdown.ts';
import { ROOT } from './lib/program.ts';

const BEGIN = '<!-- written by `npm run coverage` -->';
const END = '<!-- end of the table -->';
/** The line that the mock has unless another is named. */
const USUAL = '44.4';
const KINDS = ['stateful', 'example', 'refused'] as const;

/** How many operations of each resource are answered how, by a core of the usual line. */
export function summarise(operations: readonly CoveredOperation[]): string {
  const count = (some: readonly CoveredOperation[]): (number | string)[] =>
    KINDS.map((kind) => some.filter(({ answers }) => answers[USUAL] === kind).length || '');
  const rows = [...Map.groupBy(operations, ({ resource }) => resource)].map(([resource, some]) => [resource, ...count(some)]);
  return table(['Resource', 'Stateful', 'Example', 'Refused'], [...rows, ['**All**', ...count(operations)]]);
}

/** Every operation, by resource, with what each line of the platform answers. */
export function list(operations: readonly CoveredOperation[]): string {
  return [...Map.groupBy(operations, ({ resource }) => resource)]
    .map(([resource, some]) => {
      const rows = some.map(({ id, method, path: template, answers }) => [
        `\`${method} ${template}\``,
        id,
        ...Object.values(answers).map((answer) => (answer === 'stateful' ? '**stateful**' : answer)),
      ]);
      return `## ${resource}\n\n${table(['Operation', 'operationId', '44.0', '44.4', '45.0'], rows)}`;
    })
    .join('\n\n');
}

/** The page with this text between its two marks. Throws when it lacks them. */
export function withTable(page: string, text: string): string {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`The page has no place for a table: a line ${BEGIN}, and later a line ${END}.`);
  return `${page.slice(0, begin)}${BEGIN}\n\n${text}\n\n${page.slice(end)}`;
}

/** The pages that hold a table, and what belongs into it today. */
export const pages = (): { readonly file: string; readonly text: string }[] => {
  const operations = coverOperations();
  return [
    { file: path.join(ROOT, 'README.md'), text: summarise(operations) },
    { file: path.join(ROOT, 'docs/mock-coverage.md'), text: list(operations) },
  ];
};

if (import.meta.main) for (const { file, text } of pages()) writeFileSync(file, withTable(readFileSync(file, 'utf8'), text));
