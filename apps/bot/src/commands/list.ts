import type { AllMiddlewareArgs } from '@slack/bolt';
import type { Button, KnownBlock } from '@slack/types';
import { chosenValue } from '../actions/click.ts';
import { button } from '../cards/buttons.ts';
import { context, sections } from '../cards/words.ts';
import { type Desk, sentence } from '../desk.ts';
import type { Click } from '../people/refusal.ts';
import type { Answer } from './answer.ts';
import { runLine } from './run-line.ts';

export const TURN_PAGE = 'turn-page';

/** Runs on a page. */
const PAGE = 15;

/** All runs, newest first, a page at a time. */
export async function list(desk: Desk, client: AllMiddlewareArgs['client'], asked = '1'): Promise<Answer> {
  const page = /^\d{1,6}$/.test(asked) ? Number(asked) : 0;
  const { runs, total } = await desk.register.find({ offset: Math.max(page - 1, 0) * PAGE, limit: PAGE });
  if (total === 0) return `Nothing has been enabled yet. Type \`${desk.commands.enableAcrobits}\` to start.`;
  const pages = Math.ceil(total / PAGE);
  if (page < 1 || page > pages)
    return `There ${pages === 1 ? 'is one page' : `are ${pages} pages`}. To search, type \`${desk.commands.enableAcrobits} status\` and a word.`;
  const lines = await Promise.all(runs.map((enablement) => runLine(desk, client, enablement)));
  const title = `${total} ${total === 1 ? 'run' : 'runs'}, newest first`;
  return {
    text: title,
    blocks: [...sections(lines), ...turns(page, pages), context(pages === 1 ? title : `${title} · page ${page} of ${pages}`)],
  };
}

function turns(page: number, pages: number): KnownBlock[] {
  const elements: Button[] = [];
  if (page > 1) elements.push(button('Newer', TURN_PAGE, String(page - 1)));
  if (page < pages) elements.push(button('Older', TURN_PAGE, String(page + 1)));
  return elements.length === 0 ? [] : [{ type: 'actions', elements }];
}

export function turnPage(desk: Desk) {
  return async ({ action, client, respond }: Click): Promise<void> => {
    const answer = await list(desk, client, chosenValue(action)).catch(sentence);
    await respond({ replace_original: true, ...(typeof answer === 'string' ? { text: answer } : answer) });
  };
}
