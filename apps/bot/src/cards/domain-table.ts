import type { DomainShown } from '@enablement/core';
import type { RichTextBlock, TableBlock } from '@slack/types';
import { bold, cut, date, emoji, richText, text } from './rich-text.ts';
import { DOMAIN_SIGN, mark, moment, plain } from './words.ts';

/** A card shows this many domains, the worst of them; all of them stand on the run's page. */
export const MOST_DOMAINS = 20;
/** Slack counts what stands in a whole table: at most 10,000 characters. */
const MOST_IN_A_CELL = 180;

/** A row for each domain: how far it is, 201 or 200, and since when. What is wrong stands above, with what to do. */
export function domainTable(shown: readonly DomainShown[]): TableBlock {
  const head = ['Domain', 'How far', 'Since'].map((title): RichTextBlock => richText([bold(title)]));
  return {
    type: 'table',
    column_settings: [{ is_wrapped: true }, { is_wrapped: true }, {}],
    rows: [
      head,
      ...shown
        .slice(0, MOST_DOMAINS)
        .map(({ domain, glance, words, since }) => [
          richText([text(cut(domain, MOST_IN_A_CELL))]),
          richText([emoji(DOMAIN_SIGN[glance]), text(` ${cut(words, MOST_IN_A_CELL)}`)]),
          richText([since === undefined ? text('–') : date(since)]),
        ]),
    ],
  };
}

/** A line or two for each domain, for workspaces without tables and for forms. */
export function domainLines(shown: readonly DomainShown[]): readonly string[] {
  return shown.slice(0, MOST_DOMAINS).map(({ domain, glance, words, since, trouble }) => {
    const sign = mark(DOMAIN_SIGN[glance]);
    const clock = glance === 'waiting' && since ? ` since ${moment(since)}` : '';
    const wrong = trouble ? `\n      ${mark(DOMAIN_SIGN.failed)} ${plain(trouble.problem)}\n      → ${plain(trouble.todo)}` : '';
    return `${sign} \`${plain(domain)}\`: ${plain(words)}${clock}${wrong}`;
  });
}

/** What to say under a table that does not hold them all. */
export const moreDomains = (shown: readonly DomainShown[]): string | undefined =>
  shown.length > MOST_DOMAINS
    ? `The ${MOST_DOMAINS} that need you most are shown; all ${shown.length.toLocaleString('en-US')} stand on the run’s page.`
    : undefined;
