import { stringify } from 'csv-stringify/sync';
import type { SipPorts } from '../formats.ts';
import type { FirewallList } from '../list.ts';
import { day, opening } from './words.ts';

const COLUMNS = ['service', 'address', 'protocol', 'ports', 'from', 'read', 'change', 'remark'];

/** One line an address and protocol; a service without data has a line that says so. */
export function asCsv(list: FirewallList, ports: SipPorts): string {
  const read = { list: list.readAt === undefined ? '' : day(list.readAt), DNS: day(list.madeAt), 'seen before': '' };
  const rows = list.groups.flatMap(({ name, calls, entries, gone, missing = '' }) => {
    const { tcp, udp } = opening(calls, ports);
    const ways = [...(udp.length > 0 ? [['udp', udp.join(' ')]] : []), ['tcp', tcp.join(' ')]];
    return [
      ...entries.flatMap(({ address, from, isNew }) =>
        ways.map(([protocol, to]) => [name, address, protocol, to, from, read[from], isNew ? 'new' : '', '']),
      ),
      ...gone.flatMap((address) => ways.map(([protocol, to]) => [name, address, protocol, to, '', '', 'gone', ''])),
      ...(missing === '' ? [] : [[name, '', '', '', '', '', '', missing]]),
    ];
  });
  // A cell that begins like a formula would be one in a spreadsheet.
  return stringify([COLUMNS, ...rows], { escape_formulas: true }).trimEnd();
}
