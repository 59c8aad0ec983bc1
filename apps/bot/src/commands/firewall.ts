import { FIREWALL_FORMATS, listForFirewall, renderFirewall } from '@enablement/core';
import type { KnownBlock } from '@slack/types';
import { plain } from '../cards/words.ts';
import type { Desk } from '../desk.ts';
import type { Answer } from './answer.ts';

/** Slack takes 3,000 characters in a block and 50 blocks in a message; the rest is for the marks around them. */
const MOST_IN_BLOCK = 2_900;
const MOST_BLOCKS = 40;

/** Whom the firewall has to let in, in the words of a firewall. Messaging counts once a domain wants it. */
export async function firewall(desk: Desk, asked = 'table'): Promise<Answer> {
  const format = FIREWALL_FORMATS.find((one) => one === asked.toLowerCase());
  if (format === undefined)
    return `“${plain(asked.slice(0, 40))}” is no format of a firewall list. There are: ${FIREWALL_FORMATS.join(', ')}.`;
  const runs = await desk.register.list();
  const messaging = runs.some(({ domains }) => domains.some(({ status }) => status !== 'cancelled'));
  const list = await listForFirewall(desk.firewall, { push: true, messaging });
  const missing = list.groups.filter((group) => group.missing !== undefined).length;
  const services = `${list.groups.length} ${list.groups.length === 1 ? 'service' : 'services'} of Acrobits`;
  const lacking = missing === 0 ? '' : `, ${missing} without all of ${missing === 1 ? 'its' : 'their'} addresses`;
  const title = `Firewall list: ${services}${lacking}`;
  return { text: title, blocks: [title, ...codeBlocks(renderFirewall(list, format))].map(asBlock) };
}

const asBlock = (text: string): KnownBlock => ({ type: 'section', text: { type: 'mrkdwn', text } });

/** Text as it is, in as many blocks as it takes; what does not fit into a message is told where to find. */
function codeBlocks(text: string): readonly string[] {
  const blocks: string[] = [];
  let block = '';
  for (const line of plain(text).split('\n')) {
    if (block.length + line.length + 1 > MOST_IN_BLOCK) {
      blocks.push(block);
      block = '';
    }
    block += `${line}\n`;
  }
  const shown = [...blocks, block].slice(0, MOST_BLOCKS).map((one) => `\`\`\`\n${one}\`\`\``);
  return blocks.length < MOST_BLOCKS ? shown : [...shown, 'The rest does not fit here: run `npm run firewall` for all of it.'];
}
