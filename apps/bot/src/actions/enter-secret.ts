import { minutes, type SecretLink, stillWanted } from '@enablement/core';
import type { RespondFn } from '@slack/bolt';
import { z } from 'zod';
import { ACTION, meantDomain } from '../cards/buttons.ts';
import { plain } from '../cards/words.ts';
import { type Desk, sentence } from '../desk.ts';
import type { Click } from '../people/refusal.ts';
import { chosenValue, isEphemeral, tell } from './click.ts';

/** A one-time page lives this long (at most 15 minutes). */
const PAGE_OPEN = minutes(15);

const Wanted = z
  .tuple([z.string(), z.enum(['client secret', 'API key', 'NetSapiens API key', 'Office Manager password'])])
  .rest(z.string());

/**
 * Gives the person who clicked, and nobody else, a one-time page for a secret and the code that the page asks for. With `renewal` the
 * page also takes a new password of a domain that is synchronized already, which provisions it again.
 */
export function enterSecret(desk: Desk, { renewal = false } = {}) {
  return async ({ action, body, respond }: Click): Promise<void> => {
    const [enablement, field, asked] = Wanted.parse(chosenValue(action).split('|'));
    const act = async () => {
      const known = await desk.register.get(enablement);
      const domain = asked && meantDomain(asked, known?.domains ?? []);
      const wanted = { owner: { enablement, domain }, field, person: body.user.id, renewal };
      if ((asked && domain === undefined) || !stillWanted(known, wanted)) return tell(respond, NOT_NEEDED);
      const what = domain === undefined ? `the ${plain(field)}` : `the Office Manager credentials of \`${plain(domain)}\``;
      await offerPage(desk, respond, wanted, what, isEphemeral(body));
    };
    await act().catch(async (error: unknown) => tell(respond, sentence(error)));
  };
}

export const NOT_NEEDED = 'This is not needed any more: look at the card, it may be old.';

/** Shows the person who clicked a fresh one-time page and its code. `what` is the secret, as the middle of a sentence. */
export async function offerPage(
  desk: Pick<Desk, 'links' | 'clock' | 'settings'>,
  respond: RespondFn,
  link: Pick<SecretLink, 'owner' | 'field' | 'person' | 'renewal'>,
  what: string,
  replaces: boolean,
): Promise<void> {
  const { token, code } = await desk.links.issue({ ...link, expires: new Date(desk.clock.now().getTime() + PAGE_OPEN) });
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
