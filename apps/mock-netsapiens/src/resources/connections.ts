import { findDomain, isReply } from '../callers.ts';
import { byOwner } from '../groups.ts';
import type { Resource } from '../resource.ts';
import type { Owned } from '../state.ts';

/** SIP trunks. */
export const connections: Resource<Owned> = {
  table: 'connections',
  noun: 'Connection',
  id: 'connection-orig-match-pattern',
  create: 'NewConnection',
  change: 'ConnectionChange',
  read: 'Connection',
  key: (row) => `${row.domain}/${row['connection-orig-match-pattern']}`,
  groups: ({ domain }) => byOwner({ domain }),
  check: (said, { state, caller }, of) => {
    const domain = findDomain(state, caller, of?.domain ?? String(said.domain));
    return isReply(domain) ? domain : undefined;
  },
  make: (said, { caller }) => ({
    'connection-orig-enabled': 'yes',
    'connection-term-enabled': 'yes',
    'connection-sip-transport-protocol': 'UDP',
    ...said,
    domain: said.domain === '~' ? caller.user.domain : String(said.domain),
  }),
  show: (row) => ({ ...row, 'active-calls-orig-current': 0, 'active-calls-term-current': 0 }),
};
