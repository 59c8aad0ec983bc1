import type { SipPorts } from '../formats.ts';
import type { FirewallList } from '../list.ts';
import { opening, preamble } from './words.ts';

/** For people: `+` is new since last time, `-` is gone. */
export function asTable(list: FirewallList, ports: SipPorts): string {
  const rows = list.groups.flatMap(({ name, calls, entries, gone }) => {
    const { tcp, udp } = opening(calls, ports);
    const to = [...udp.map((port) => `UDP ${port}`), ...tcp.map((port) => `TCP ${port}`)].join(', ');
    return [
      ...entries.map(({ address, from, isNew }) => [isNew ? '+' : '', name, address, to, from]),
      ...gone.map((address) => ['-', name, address, to, 'gone']),
      ...(entries.length === 0 ? [['!', name, 'not known', to, '']] : []),
    ];
  });
  const all = [['', 'Service', 'Address', 'To', 'From'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const lines = all.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [...preamble(list), '', ...lines].join('\n');
}
