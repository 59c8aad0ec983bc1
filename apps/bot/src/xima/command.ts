import { judge } from '@enablement/core';
import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { plain } from '../cards/words.ts';
import { type Desk, sentence } from '../desk.ts';
import { turnAway } from '../people/refusal.ts';
import { headline } from './card.ts';
import { ximaForm } from './form.ts';

type Arguments = SlackCommandMiddlewareArgs & AllMiddlewareArgs;

const WORDS = { '': 'check for Xima', list: 'look at runs', help: 'look at runs' } as const;
const isWord = (typed: string): typed is keyof typeof WORDS => typed in WORDS;

/** Without a word it opens the form. Nothing happens before it is known that the person may do it. */
export function checkXima(desk: Desk) {
  return async ({ command, ack, client, respond }: Arguments): Promise<void> => {
    await ack();
    const typed = command.text.trim().toLowerCase();
    const word = isWord(typed) ? typed : 'help';
    const verdict = judge(WORDS[word], await desk.people.standing(command.user_id));
    if (!verdict.may) {
      await respond(await turnAway(desk, command.user_id, WORDS[word], verdict.why));
      return;
    }
    if (word === '') await client.views.open({ trigger_id: command.trigger_id, view: ximaForm(command.channel_id) });
    else if (word === 'list') await respond(await list(desk).catch(sentence));
    else await respond(isWord(typed) ? help(desk) : `“${plain(typed.slice(0, 40))}” is not something I know.\n${help(desk)}`);
  };
}

async function list({ xima, commands }: Desk): Promise<string> {
  const live = await xima.list();
  if (live.length === 0) return `Nothing is checked for Xima yet. Type \`${commands.checkXima}\` to begin.`;
  return live
    .slice(0, 30)
    .map((check) => `• \`${plain(check.values.domain)}\` at ${plain(check.values.apiUrl)}: ${plain(headline(check))}`)
    .join('\n');
}

const help = ({ commands: { checkXima: command } }: Desk): string =>
  [
    `\`${command}\`  opens the form that collects what Xima CCaaS needs of a NetSapiens domain, and checks all of it`,
    `\`${command} list\`  shows what was checked, and how it stands`,
    `\`${command} help\`  shows this`,
    'Secrets are never typed into Slack: the card’s buttons open a page for each.',
  ].join('\n');
