/** What of Acrobits calls a NetSapiens platform, in the words of its requirements ("Network Prerequisites"). */
export interface Allowlist {
  /** Where the truth is. */
  readonly source: string;
  /** When the addresses were read there; `undefined` when they never were. */
  readonly readAt: Date | undefined;
  readonly groups: readonly ServiceGroup[];
}

export interface ServiceGroup {
  /** `web-login` */
  readonly id: string;
  readonly name: string;
  readonly neededFor: 'base' | 'push' | 'messaging';
  /** What it calls: the API (TCP 443), or the core (SIP). */
  readonly calls: 'https' | 'sip';
  /** Addresses and ranges (CIDR) as they were read. */
  readonly addresses: readonly string[];
  /** Names whose addresses in DNS belong to it too, looked up when a list is made. */
  readonly hosts: readonly string[];
}

export interface Enabled {
  readonly push: boolean;
  readonly messaging: boolean;
}

export const groupsFor = ({ groups }: Allowlist, enabled: Enabled): readonly ServiceGroup[] =>
  groups.filter(({ neededFor }) => neededFor === 'base' || enabled[neededFor]);
