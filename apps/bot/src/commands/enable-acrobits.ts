import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { type Desk, sentence } from '../desk.ts';
import { enableForm } from '../forms/prerequisites-form.ts';
import { addDomain } from './domain.ts';
import { help } from './help.ts';
import { status } from './status.ts';

type Arguments = SlackCommandMiddlewareArgs & AllMiddlewareArgs;

/** `/enable-acrobits [status | domain <name> | help]`; without a word it opens the form. */
export function enableAcrobits(desk: Desk) {
  return async ({ command, ack, client, respond }: Arguments): Promise<void> => {
    const [word = '', ...rest] = command.text.trim().split(/\s+/);
    switch (word.toLowerCase()) {
      case '':
      case 'new':
        await ack();
        await client.views.open({ trigger_id: command.trigger_id, view: enableForm(command.channel_id) });
        return;
      case 'status':
        await ack();
        await respond(await status(desk, client, rest.join(' ')).catch(sentence));
        return;
      case 'domain':
        await ack();
        await respond(await addDomain(desk, rest, command.user_id).catch(sentence));
        return;
      case 'help':
        await ack(help(desk.command));
        return;
      default:
        await ack(`“${word.slice(0, 40)}” is not something I know.\n${help(desk.command)}`);
    }
  };
}
