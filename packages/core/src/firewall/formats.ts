import { asCsv } from './format/csv.ts';
import { asIptables } from './format/iptables.ts';
import { asNftables } from './format/nftables.ts';
import { asPlain } from './format/plain.ts';
import { asTable } from './format/table.ts';
import type { FirewallList } from './list.ts';

/** Where the core listens; 443 is the API's. */
export interface SipPorts {
  readonly sip: number;
  readonly sips: number;
}

export const USUAL_SIP_PORTS: SipPorts = { sip: 5060, sips: 5061 };

export const FIREWALL_FORMATS = ['table', 'plain', 'nftables', 'iptables', 'csv'] as const;
export type FirewallFormat = (typeof FIREWALL_FORMATS)[number];

const RENDERERS: Readonly<Record<FirewallFormat, (list: FirewallList, ports: SipPorts) => string>> = {
  table: asTable,
  plain: asPlain,
  nftables: asNftables,
  iptables: asIptables,
  csv: asCsv,
};

/** The list as text, without a line break at its end. */
export const renderFirewall = (list: FirewallList, format: FirewallFormat, ports = USUAL_SIP_PORTS): string =>
  RENDERERS[format](list, ports);
