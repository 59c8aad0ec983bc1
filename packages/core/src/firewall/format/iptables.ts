import type { SipPorts } from '../formats.ts';
import type { FirewallList } from '../list.ts';
import { commented, opening, preamble } from './words.ts';

/** A script: a chain for IPv4 and one for IPv6, made anew at each run. Nothing is let in before a chain of the operator's jumps to it. */
export function asIptables(list: FirewallList, ports: SipPorts): string {
  const rules = list.groups.flatMap(({ name, calls, entries, gone }) => {
    const { tcp, udp } = opening(calls, ports);
    const allow = (tool: string, address: string, protocol: string, to: readonly number[]) =>
      `${tool} -A ACROBITS -s ${address} -p ${protocol} -m multiport --dports ${to.join(',')} -j ACCEPT`;
    return [
      `# ${name}`,
      ...gone.map((address) => `# gone: ${address}`),
      ...entries.flatMap(({ address, family, isNew }) => {
        const tool = family === 4 ? 'iptables' : 'ip6tables';
        return [
          ...(isNew ? ['# new'] : []),
          ...(udp.length > 0 ? [allow(tool, address, 'udp', udp)] : []),
          allow(tool, address, 'tcp', tcp),
        ];
      }),
    ];
  });
  return [
    '#!/bin/sh',
    ...commented([...preamble(list), 'In your INPUT chain: -j ACROBITS']),
    'set -eu',
    'iptables -N ACROBITS 2>/dev/null || iptables -F ACROBITS',
    'ip6tables -N ACROBITS 2>/dev/null || ip6tables -F ACROBITS',
    ...rules,
  ].join('\n');
}
