import { judge, type RoleBook, type Standing } from '@enablement/core';
import { plain } from '../cards/words.ts';
import { refuse } from '../people/refusal.ts';
import { wordsFor } from './words.ts';

/** What this person can type, and nothing else; who may nothing is told who can. */
export function help(command: string, standing: Standing, book: RoleBook): string {
  const words = wordsFor(standing);
  const itself = `\`${command} help\`  shows this`;
  if (words.length === 0) {
    const verdict = judge('look at runs', standing);
    return [
      ...(verdict.may ? [] : [refuse(book, 'look at runs', verdict.why)]),
      ...(standing.is === 'member' ? [itself] : []),
    ].join('\n');
  }
  const enters = judge('enter a secret', standing).may;
  return [
    ...words.map(({ word, takes, about }) => `\`${plain([command, word, takes].filter(Boolean).join(' '))}\`  ${about}`),
    itself,
    'To search, type a CSP, a portal, a domain or a cloudId.',
    ...(enters ? ['Secrets are never typed into Slack: the card’s buttons open a page for each.'] : []),
  ].join('\n');
}
