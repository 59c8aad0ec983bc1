import { Unreachable } from '../errors.ts';
import type { Subscriptions, Useless } from '../ports/platform.ts';

type Why = Useless | 'missing';

const WORDS: Readonly<Record<Why, { readonly state: string; readonly fix: string }>> = {
  missing: {
    state: 'not in NetSapiens yet',
    fix: 'It usually takes seconds. If it stays so, ask Acrobits whether they can reach the platform (firewall) with these credentials.',
  },
  'in error': {
    state: 'in error: NetSapiens cannot post to Acrobits',
    fix: 'Ask whoever runs the platform whether it reaches the messaging host, and Acrobits to repair their subscriptions.',
  },
  expired: {
    state: 'out of date, so that NetSapiens posts nothing',
    fix: 'Ask Acrobits to renew their subscriptions of this domain.',
  },
};

/** Why the events of a domain do not reach Acrobits, worst first, with one thing to do about it. `undefined` when they do. */
export function troubleWith(seen: Subscriptions): Unreachable | undefined {
  const models = (['message', 'messagesession'] as const).filter((model) => !seen[model]);
  const because = Map.groupBy(models, (model): Why => seen.useless?.[model] ?? 'missing');
  const reasons = (['in error', 'expired', 'missing'] as const).filter((why) => because.has(why));
  const [worst] = reasons;
  if (worst === undefined) return undefined;
  const parts = reasons.map((why) => {
    const names = because.get(why) ?? [];
    return `its ${names.join(' and ')} ${names.length === 1 ? 'subscription is' : 'subscriptions are'} ${WORDS[why].state}`;
  });
  return new Unreachable(`Acrobits took the domain, but ${parts.join('; ')}.`, WORDS[worst].fix);
}
