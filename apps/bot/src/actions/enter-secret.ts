import { minutes, type SecretField, stillWanted } from '@enablement/core';
import type { RespondFn } from '@slack/bolt';
import { z } from 'zod';
import { ACTION, meantDomain } from '../cards/buttons.ts';
import { plain } from '../cards/words.ts';
import { type Desk, sentence } from '../desk.ts';
import type { Click } from '../people/refusal.ts';
import { chosenValue, isEphemeral, tell } from './click.ts';

/** A one-time page lives this long (at most 15 minutes). */
const PAGE_OPEN = minutes(15);

const Wanted = z.tuple([z.string(), z.enum(['client secret', 'API key', 'Office Manager password'])]).rest(z.string());

/**
 * Gives the person who clicked, and nobody else, a one-time page for a secret and the code that the page asks for. With `renewal` the
 * page also takes a new password of a domain that is synchronized already, which provisions it again.
 */
export function enterSecret(desk: Desk, { renewal = false } = {}) {
  return async ({ action, body, respond }: Click): Promise<void> => {
    const [enablement, field, domain] = Wanted.parse(chosenValue(action).split('|'));
    await offer(desk, respond, { enablement, field, domain, person: body.user.id, renewal }, isEphemeral(body)).catch(
      async (error: unknown) => tell(respond, sentence(error)),
    );
  };
}

async function offer(
  desk: Desk,
  respond: RespondFn,
  asked: { enablement: string; field: SecretField; domain: string | undefined; person: string; renewal: boolean },
  replaces: boolean,
): Promise<void> {
  const enablement = await desk.register.get(asked.enablement);
  const link = { ...asked, domain: asked.domain && meantDomain(asked.domain, enablement?.domains ?? []) };
  const expires = new Date(desk.clock.now().getTime() + PAGE_OPEN);
  const wanted = { ...link, expires };
  if ((asked.domain && link.domain === undefined) || !stillWanted(enablement, { ...wanted, misses: 0 }))
    return tell(respond, 'This is not needed any more: look at the card, it may be old.');
  const { token, code } = await desk.links.issue(wanted);
  const what =
    link.domain === undefined ? `the ${plain(link.field)}` : `the Office Manager credentials of \`${plain(link.domain)}\``;
  await respond({
    response_type: 'ephemeral',
    replace_original: replaces,
    text: `Your page for ${what}`,
    blocks: [
      {
        type: 'section',
        text: {
          type: 'mrkdwn',
          text: `Your page for ${what}. It works once, within 15 minutes, for you alone.\nThe page asks for this code: *${code}*`,
        },
      },
      {
        type: 'actions',
        elements: [
          {
            type: 'button',
            action_id: ACTION.openPage,
            style: 'primary',
            text: { type: 'plain_text', text: 'Open the secure page' },
            url: `${desk.settings.publicUrl}/s/${token.reveal()}`,
          },
        ],
      },
    ],
  });
}
