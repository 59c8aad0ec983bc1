import { judge } from '@enablement/core';
import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { plain } from '../cards/words.ts';
import { type Desk, sentence } from '../desk.ts';
import { enableForm } from '../forms/prerequisites-form.ts';
import { turnAway } from '../people/refusal.ts';
import type { Answer } from './answer.ts';
import { audit } from './audit.ts';
import { cancelRun } from './cancel.ts';
import { addDomain } from './domain.ts';
import { firewall } from './firewall.ts';
import { help } from './help.ts';
import { list } from './list.ts';
import { retry } from './retry.ts';
import { rotate } from './rotate.ts';
import { skipDomain } from './skip.ts';
import { snoozeRun } from './snooze.ts';
import { status } from './status.ts';
import { WORDS, type WordName } from './words.ts';

type Arguments = SlackCommandMiddlewareArgs & AllMiddlewareArgs;

/** A word after the command; without one it is `new`. Nothing happens before it is known that the person may do it. */
export function enableAcrobits(desk: Desk) {
  return async ({ command, ack, client, respond }: Arguments): Promise<void> => {
    await ack();
    const [typed = '', ...rest] = command.text.trim().split(/\s+/);
    const standing = await desk.people.standing(command.user_id);
    const wanted = WORDS.find(({ word }) => word === (typed.toLowerCase() || 'new'));
    if (wanted === undefined) {
      const unknown = typed.toLowerCase() === 'help' ? '' : `“${plain(typed.slice(0, 40))}” is not something I know.\n`;
      await respond(unknown + help(desk.commands.enableAcrobits, standing, desk.book));
      return;
    }
    const verdict = judge(wanted.right, standing);
    if (!verdict.may) {
      await respond(await turnAway(desk, command.user_id, wanted.right, verdict.why));
      return;
    }
    if (wanted.word === 'new') {
      await client.views.open({ trigger_id: command.trigger_id, view: enableForm(command.channel_id) });
      return;
    }
    await respond(await answers[wanted.word]({ desk, client, rest, by: command.user_id }).catch(sentence));
  };
}

interface Typed {
  readonly desk: Desk;
  readonly client: AllMiddlewareArgs['client'];
  readonly rest: readonly string[];
  readonly by: string;
}

const answers: Readonly<Record<Exclude<WordName, 'new'>, (typed: Typed) => Promise<Answer>>> = {
  status: ({ desk, client, rest }) => status(desk, client, rest.join(' ')),
  list: ({ desk, client, rest }) => list(desk, client, rest[0]),
  domain: ({ desk, rest, by }) => addDomain(desk, rest, by),
  retry: ({ desk, rest, by }) => retry(desk, rest.join(' '), by),
  skip: ({ desk, rest, by }) => skipDomain(desk, rest, by),
  snooze: ({ desk, rest, by }) => snoozeRun(desk, rest, by),
  cancel: ({ desk, rest }) => cancelRun(desk, rest.join(' ')),
  rotate: ({ desk, rest }) => rotate(desk, rest.join(' ')),
  firewall: ({ desk, rest }) => firewall(desk, rest[0]),
  audit: ({ desk, client, rest, by }) => audit(desk, client, rest.join(' '), by),
};
