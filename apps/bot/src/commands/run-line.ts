import { type Enablement, headline, heldSince } from '@enablement/core';
import type { AllMiddlewareArgs } from '@slack/bolt';
import { pageOf } from '../actions/show-page.ts';
import { moment, plain } from '../cards/words.ts';
import type { Desk } from '../desk.ts';

/** One line for a run: its name, which leads to its card, how far it is and since when, and its page. */
export async function runLine(desk: Desk, client: AllMiddlewareArgs['client'], enablement: Enablement): Promise<string> {
  const place = await desk.board.where(enablement.id);
  // Without its link the line is still true; Slack being slow must not hide the status.
  const link =
    place && (await client.chat.getPermalink({ channel: place.channel, message_ts: place.ts }).catch(() => undefined))?.permalink;
  const name = plain(enablement.prerequisites.cspCompany);
  const { url } = pageOf(desk, enablement.id);
  return `*${link ? `<${link}|${name}>` : name}* · ${plain(headline(enablement))} · ${moment(heldSince(enablement))} · <${url}|page>`;
}
