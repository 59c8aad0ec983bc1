import { asShown, clockOf, type Enablement, headline, showDomains, type Trouble, tally, troubles } from '@enablement/core';
import type { KnownBlock } from '@slack/types';
import { button, runButtons } from './buttons.ts';
import { domainLines, domainTable, moreDomains } from './domain-table.ts';
import { planLines } from './plan-lines.ts';
import { cut } from './rich-text.ts';
import { stepLines, stepPlan } from './step-plan.ts';
import { context, mark, moment, person, plain, SIGN, sections } from './words.ts';

export interface Card {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

/** `rich` has Slack's plan and table; workspaces and forms that refuse them get `plain`, which says the same in lines. */
export type Look = 'rich' | 'plain';

/** The button that gives whoever may look a page of the run, for people without Slack. */
export const SHOW_PAGE = 'show-page';

/** Problems told on the card itself, each with what to do; the rest stand in the thread and on the page. */
const MOST_TROUBLES = 5;

/** The one card of a run: what is done, who is waited for and since when, what is wrong and what to do. Pure. */
export function runCard(known: Enablement, look: Look = 'rich'): Card {
  const enablement = asShown(known);
  const title = `Cloud Softphone for ${enablement.prerequisites.cspCompany}`;
  const state = headline(enablement);
  const { words, since } = clockOf(enablement);
  const planned = planLines(enablement);
  return {
    text: plain(`${title}: ${state}`),
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: cut(title, 150) } },
      {
        type: 'section',
        text: { type: 'mrkdwn', text: `*${plain(state)}*\n${plain(words)} ${moment(since)}` },
        accessory: button('Show as a page', SHOW_PAGE, enablement.id),
      },
      ...(look === 'rich' ? richly(enablement) : plainly(enablement)),
      ...(planned.length > 0 ? [{ type: 'divider' } as const, ...sections(planned)] : []),
      ...runButtons(enablement),
      context(origin(enablement)),
    ],
  };
}

/** What the card says, for a form: nothing on it can be pressed. */
export const cardToRead = (enablement: Enablement): KnownBlock[] =>
  runCard(enablement, 'plain').blocks.flatMap((block): KnownBlock[] => {
    if (block.type === 'actions') return [];
    if (block.type !== 'section') return [block];
    const { accessory: _, ...read } = block;
    return [read];
  });

function richly(enablement: Enablement): KnownBlock[] {
  const shown = showDomains(enablement);
  return [
    ...sections(troubleLines(troubles(enablement))),
    stepPlan(enablement),
    ...(shown.length === 0 ? [] : [...domainHead(tally(shown)), domainTable(shown), ...more(moreDomains(shown))]),
  ];
}

function plainly(enablement: Enablement): KnownBlock[] {
  const shown = showDomains(enablement);
  return [
    ...sections(stepLines(enablement)),
    ...(shown.length === 0
      ? []
      : [
          { type: 'divider' } as const,
          ...domainHead(tally(shown)),
          ...sections(domainLines(shown)),
          ...more(moreDomains(shown)),
        ]),
  ];
}

const domainHead = (words: string): KnownBlock[] => sections([`*Messaging synchronization*\n${words}`]);
const more = (words: string | undefined): KnownBlock[] => (words === undefined ? [] : [context(words)]);

function troubleLines(all: readonly Trouble[]): readonly string[] {
  const lines = all
    .slice(0, MOST_TROUBLES)
    .map(
      ({ domain, step, problem, todo, since }) =>
        `${mark(SIGN.problem)} *${step}*${domain ? ` of \`${plain(domain)}\`` : ''}: ${plain(problem)}\n      → ${plain(todo)}\n      since ${moment(since)}`,
    );
  const left = all.length - lines.length;
  return left > 0 ? [...lines, `… and ${left} more: the table says which, the page what to do.`] : lines;
}

function origin({ prerequisites: values, requestedBy, requestedAt, responsible }: Enablement): string {
  const taken = responsible === requestedBy ? '' : ` · taken over by ${person(responsible)}`;
  return `${plain(values.portalUrl)} · core ${plain(values.coreHost)} · asked by ${person(requestedBy)} ${moment(requestedAt)}${taken}`;
}
