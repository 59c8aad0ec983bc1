import type { AllMiddlewareArgs } from '@slack/bolt';
import { plain } from '../cards/words.ts';
import type { Desk } from '../desk.ts';
import { runLine } from './run-line.ts';

const MOST_SHOWN = 20;

/** A line for each run, newest first; with words, those whose CSP, portal, cloudId or domain has them. */
export async function status(desk: Desk, client: AllMiddlewareArgs['client'], words: string): Promise<string> {
  const { runs, total } = await desk.register.find({ words, limit: MOST_SHOWN });
  if (total === 0 && words.trim() === '')
    return `Nothing has been enabled yet. Type \`${desk.commands.enableAcrobits}\` to start.`;
  if (total === 0) return `Nothing matches “${plain(words)}”. Type \`${desk.commands.enableAcrobits} status\` to see everything.`;
  const lines = await Promise.all(runs.map((enablement) => runLine(desk, client, enablement)));
  if (total > runs.length)
    lines.push(
      `… and ${total - runs.length} more. Type \`${desk.commands.enableAcrobits} list\` for all of them, or add a word to search, for example \`${desk.commands.enableAcrobits} status northwind\`.`,
    );
  return lines.join('\n');
}
