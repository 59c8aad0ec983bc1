import type { SipPorts } from '../formats.ts';
import type { FirewallList, ListedGroup } from '../list.ts';
import { commented, opening, preamble } from './words.ts';

/** For `nft -f`: sets and a chain in the table that most distributions have. Nothing is let in before a chain of the operator's jumps to it. */
export function asNftables(list: FirewallList, ports: SipPorts): string {
  const sets = list.groups.flatMap((group) => [setOf(group, 4), setOf(group, 6)].filter((set) => set !== undefined));
  const rules = list.groups.flatMap((group) => rulesOf(group, ports));
  return [
    ...commented([...preamble(list), 'In your input chain: jump acrobits']),
    'table inet filter {',
    ...sets.flat(),
    '  chain acrobits {',
    ...rules,
    '  }',
    '}',
  ].join('\n');
}

const nameOf = ({ id }: ListedGroup, family: 4 | 6) => `acrobits_${id.replaceAll('-', '_')}_v${family}`;

function setOf(group: ListedGroup, family: 4 | 6): readonly string[] | undefined {
  const ours = group.entries.filter((entry) => entry.family === family);
  if (ours.length === 0) return undefined;
  const lines = ours.map(
    ({ address, isNew }, at) => `      ${address}${at < ours.length - 1 ? ',' : ''}${isNew ? ' # new' : ''}`,
  );
  return [
    ...group.gone.filter((address) => address.includes(':') === (family === 6)).map((address) => `  # gone: ${address}`),
    `  set ${nameOf(group, family)} {`,
    `    type ipv${family}_addr`,
    '    flags interval',
    '    auto-merge',
    '    elements = {',
    ...lines,
    '    }',
    '  }',
  ];
}

function rulesOf(group: ListedGroup, ports: SipPorts): readonly string[] {
  const { tcp, udp } = opening(group.calls, ports);
  return ([4, 6] as const)
    .filter((family) => group.entries.some((entry) => entry.family === family))
    .flatMap((family) => {
      const from = `${family === 4 ? 'ip' : 'ip6'} saddr @${nameOf(group, family)}`;
      return [
        ...(udp.length > 0 ? [`    ${from} udp dport { ${udp.join(', ')} } accept`] : []),
        `    ${from} tcp dport { ${tcp.join(', ')} } accept`,
      ];
    });
}
