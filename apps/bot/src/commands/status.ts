import type { AllMiddlewareArgs } from '@slack/bolt';
import { plain } from '../cards/words.ts';
import type { Desk } from '../desk.ts';
import { search } from './find.ts';
import { runLine } from './run-line.ts';

const MOST_SHOWN = 20;

/** A line for each run, newest first; with words, those whose CSP, portal, cloudId or domain has them. */
export async function status(desk: Desk, client: AllMiddlewareArgs['client'], words: string): Promise<string> {
  const all = await desk.register.list();
  if (all.length === 0) return `Nothing has been enabled yet. Type \`${desk.commands.enableAcrobits}\` to start.`;
  const found = search(all, words);
  if (found.length === 0)
    return `Nothing matches “${plain(words)}”. Type \`${desk.commands.enableAcrobits} status\` to see everything.`;
  const lines = await Promise.all(found.slice(0, MOST_SHOWN).map((enablement) => runLine(desk, client, enablement)));
  if (found.length > MOST_SHOWN)
    lines.push(
      `… and ${found.length - MOST_SHOWN} more. Type \`${desk.commands.enableAcrobits} list\` for all of them, or add a word to search, for example \`${desk.commands.enableAcrobits} status northwind\`.`,
    );
  return lines.join('\n');
}
