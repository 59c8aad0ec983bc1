import type { FirewallList } from '../list.ts';
import { commented, preamble } from './words.ts';

/** One address or range a line, for tools that take lists; the rest are comments. */
export const asPlain = (list: FirewallList): string =>
  [
    ...commented(preamble(list)),
    ...list.groups.flatMap(({ name, entries, gone }) => [
      `# ${name}`,
      ...entries.map(({ address, isNew }) => (isNew ? `${address} # new` : address)),
      ...gone.map((address) => `# gone: ${address}`),
    ]),
  ].join('\n');
