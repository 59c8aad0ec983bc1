import type { Enablement } from '@enablement/core';
import type { AllMiddlewareArgs } from '@slack/bolt';
import { headline } from '../cards/run-card.ts';
import { moment, plain } from '../cards/words.ts';
import type { Desk } from '../desk.ts';

const MOST_SHOWN = 20;

/** A line for each run, newest first; with words, those whose CSP, portal, cloudId or domain has them. */
export async function status(desk: Desk, client: AllMiddlewareArgs['client'], words: string): Promise<string> {
  const all = await desk.register.list();
  if (all.length === 0) return `Nothing has been enabled yet. Type \`${desk.command}\` to start.`;
  const found = all.filter((enablement) => matches(enablement, words.trim().toLowerCase()));
  if (found.length === 0) return `Nothing matches “${plain(words)}”. Type \`${desk.command} status\` to see everything.`;
  const lines = await Promise.all(found.slice(0, MOST_SHOWN).map((enablement) => line(desk, client, enablement)));
  if (found.length > MOST_SHOWN)
    lines.push(
      `… and ${found.length - MOST_SHOWN} more. Add a word to search, for example \`${desk.command} status northwind\`.`,
    );
  return lines.join('\n');
}

export function matches({ prerequisites, answer, domains }: Enablement, words: string): boolean {
  const haystack = [
    prerequisites.cspCompany,
    prerequisites.portalUrl,
    answer?.cloudId ?? '',
    ...domains.map(({ domain }) => domain),
  ];
  return haystack.some((text) => text.toLowerCase().includes(words));
}

async function line(desk: Desk, client: AllMiddlewareArgs['client'], enablement: Enablement): Promise<string> {
  const place = await desk.board.where(enablement.id);
  // Without its link the line is still true; Slack being slow must not hide the status.
  const link =
    place && (await client.chat.getPermalink({ channel: place.channel, message_ts: place.ts }).catch(() => undefined))?.permalink;
  const name = plain(enablement.prerequisites.cspCompany);
  const since = [...enablement.steps].reverse().find((step) => step.status !== 'done')?.since ?? enablement.requestedAt;
  return `*${link ? `<${link}|${name}>` : name}* · ${plain(headline(enablement))} · ${moment(since)}`;
}
