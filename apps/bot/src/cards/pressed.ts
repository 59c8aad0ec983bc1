import type { Enablement } from '@enablement/core';
import type { Press } from '@enablement/gateways/postgres';
import type { KnownBlock } from '@slack/types';
import type { Card } from './run-card.ts';

/**
 * Since when the run, or the domain, that a button's value names is as it is: a button that was pressed after that is gone until
 * something about it changes.
 */
export function askingSince({ id, requestedAt, revealedAt, steps, domains }: Enablement, value: string): Date {
  const [run = ''] = value.split('|');
  const domain = domains.find((one) => `${id}/${one.domain}` === run);
  const moments =
    domain === undefined ? [...steps.map(({ since }) => since), revealedAt] : domain.steps.map(({ since }) => since);
  return moments.reduce<Date>((latest, at) => (at !== undefined && at > latest ? at : latest), requestedAt);
}

/** The card without the buttons that were pressed already: they go at once, also while what they do takes its time. */
export function withoutPressed(card: Card, enablement: Enablement, presses: readonly Press[]): Card {
  const gone = new Set(
    presses.filter(({ value, at }) => at >= askingSince(enablement, value)).map(({ action, value }) => `${action}|${value}`),
  );
  if (gone.size === 0) return card;
  return {
    ...card,
    blocks: card.blocks.flatMap((block): KnownBlock[] => {
      if (block.type !== 'actions') return [block];
      const elements = block.elements.filter(
        (element) => element.type !== 'button' || !gone.has(`${element.action_id?.split(':')[0]}|${element.value}`),
      );
      return elements.length === 0 ? [] : [{ ...block, elements }];
    }),
  };
}
