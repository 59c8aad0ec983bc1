/** `npm run draw`: draws who imports whom into docs/architecture.md, from the imports themselves. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './lib/program.ts';

export const PAGE = path.join(ROOT, 'docs/architecture.md');

const FOLDERS = ['packages', 'apps', 'e2e', 'scripts'];
/** One node for each package and program, one for all stories, one for all scripts. */
const NODES = '^(packages|apps)/[^/]+|^(e2e|scripts)';
const BEGIN = '<!-- drawn by `npm run draw` -->';
const END = '<!-- end of the drawing -->';

/** The import graph of today as a Mermaid flowchart. */
export function draw(): string {
  const depcruise = path.join(ROOT, 'node_modules/.bin/depcruise');
  const scope = ['--include-only', `^(${FOLDERS.join('|')})/`, '--collapse', NODES];
  const drawn = execFileSync(depcruise, ['--output-type', 'mermaid', ...scope, ...FOLDERS], { cwd: ROOT, encoding: 'utf8' });
  const lines = drawn.split('\n').filter((line) => line.trim() !== '');
  // The order of the arrows depends on which file is read first, and says nothing.
  const [nodes, arrows] = [false, true].map((isArrow) => lines.filter((line) => line.includes('-->') === isArrow));
  return [...(nodes ?? []), ...(arrows ?? []).toSorted()].join('\n');
}

/** The page with this drawing between its two marks. Throws when it lacks them. */
export function withDrawing(page: string, drawing: string): string {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`The page has no place for a drawing: a line ${BEGIN}, and later a line ${END}.`);
  return `${page.slice(0, begin)}${BEGIN}\n\n\`\`\`mermaid\n${drawing}\n\`\`\`\n\n${page.slice(end)}`;
}

if (import.meta.main) writeFileSync(PAGE, withDrawing(readFileSync(PAGE, 'utf8'), draw()));
