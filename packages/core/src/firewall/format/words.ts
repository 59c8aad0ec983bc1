import { days } from '../../duration.ts';
import type { SipPorts } from '../formats.ts';
import type { FirewallList, ListedGroup } from '../list.ts';

/** `2026-11-27` */
export const day = (date: Date): string => date.toISOString().slice(0, 10);

/** What a group has to be let in to. */
export function opening(
  calls: ListedGroup['calls'],
  { sip, sips }: SipPorts,
): { readonly tcp: readonly number[]; readonly udp: readonly number[] } {
  return calls === 'https' ? { tcp: [443], udp: [] } : { tcp: [...new Set([sip, sips])], udp: [sip] };
}

/** Where the addresses come from and how old they are; what is missing comes first, since it is what cuts people off. */
export function preamble({ source, readAt, madeAt, comparedWith, groups }: FirewallList): readonly string[] {
  const missing = groups.flatMap(({ name, missing: why }) => (why === undefined ? [] : [`MISSING: ${name}: ${why}`]));
  return [
    'Acrobits Cloud Softphone: who has to reach this NetSapiens platform.',
    ...missing,
    readAt === undefined
      ? `The allowlist was never read here; its source is ${source}`
      : `The allowlist was read on ${day(readAt)} from ${source}${isOld(readAt, madeAt) ? ' which is more than 90 days ago: compare it again' : ''}`,
    `Names were looked up in DNS on ${day(madeAt)}.`,
    ...(comparedWith === undefined ? [] : [changesSince(groups, comparedWith)]),
  ];
}

/** Acrobits' addresses change without notice. */
const isOld = (readAt: Date, now: Date): boolean => now.getTime() - readAt.getTime() > days(90);

function changesSince(groups: readonly ListedGroup[], since: Date): string {
  const added = groups.flatMap(({ entries }) => entries.filter(({ isNew }) => isNew)).length;
  const gone = groups.flatMap((group) => group.gone).length;
  return added + gone === 0 ? `Nothing has changed since ${day(since)}.` : `Since ${day(since)}: ${added} new, ${gone} gone.`;
}

export const commented = (lines: readonly string[]): readonly string[] => lines.map((line) => `# ${line}`);
