import type { Happening } from '@enablement/core';
import { cut } from './rich-text.ts';
import { mark, moment, plain, SIGN } from './words.ts';

const SIGNS: Readonly<Record<Happening['kind'], string>> = {
  done: SIGN.done,
  failed: SIGN.problem,
  deed: 'bust_in_silhouette',
};

/** What happened, as a line of a thread. People are named without being called: they know what they did. */
export function historyLine(
  { kind, title, said, todo, domains, actor, at }: Happening,
  nameOf: (person: string) => string,
): string {
  const who = actor.kind === 'person' ? nameOf(actor.id ?? '') : actor.kind === 'Acrobits' ? 'whoever has Acrobits’ link' : '';
  const parts = [
    `*${plain(title)}*${said === '' ? '' : `: ${plain(cut(said, 600))}`}`,
    ...(domains.length === 0 ? [] : [about(domains)]),
    ...(who === '' ? [] : [plain(who)]),
    moment(at),
  ];
  return `${mark(SIGNS[kind])} ${parts.join(' · ')}${todo ? `\n      → ${plain(cut(todo, 600))}` : ''}`;
}

function about(domains: readonly string[]): string {
  const named = domains.slice(0, 3).map((domain) => `\`${plain(cut(domain, 100))}\``);
  const more = domains.length - named.length;
  return more > 0 ? `${domains.length} domains: ${named.join(', ')} and ${more} more` : named.join(', ');
}
